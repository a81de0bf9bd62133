// A form that somebody wants to do something with: what it is, where it lies, how far it has come.
import FormDrafts
import Organisations
import Permissions
import Quantities
import Records
import Workflow

/// A form, and everything that a right over it is asked with.
struct FormGround: Sendable {
  let stored: Stored<FormEntry>
  let organisation: Organisation
  let course: FormCourse
  let decisions: [Decision]
  /// Of the draft, emptied ones too.
  let fields: [DraftField]
  /// The draft where it was remembered.
  var known: KnownDraft?

  var entry: FormEntry { stored.value }

  /// The part in which somebody may do it.
  ///
  /// - Throws: why not; what lies elsewhere is `RecordError.notFound`.
  @discardableResult
  func part(for right: Right, by signedIn: SignedIn) throws -> Holding? {
    let matter = Matter(place: organisation.path, course: course, person: signedIn.person.id)
    do throws(PermissionRefusal) {
      return try Permission.part(for: right, actor: signedIn.actor, matter: matter)
    } catch {
      if case .elsewhere = error { throw RecordError.notFound(.form, key: entry.id.description) }
      throw error
    }
  }

  /// True where somebody has a part that reaches the form, whatever its stage.
  func isInReach(of right: Right, by signedIn: SignedIn) -> Bool {
    signedIn.reaches(organisation.path, by: right)
  }
}

extension SignedIn {
  /// True where a part of the person has the right there, whatever the stage of a form.
  func reaches(_ place: OrganisationPath, by right: Right) -> Bool {
    actor.holdings.contains { holding in
      right.rule.grants.contains { grant in
        grant.role == holding.role && grant.reach.covers(Position(of: place, from: holding.place))
      }
    }
  }

  /// Asks, before anything is looked up, for any part that has a right over forms.
  func demandPart(_ right: Right) throws(PermissionRefusal) {
    let roles = Set(right.rule.grants.map(\.role))
    guard actor.holdings.contains(where: { roles.contains($0.role) }) else { throw .noRole(right) }
  }
}

extension RecordView {
  /// A form by a number from outside, within reach of a right; the stage is not asked yet.
  ///
  /// - Parameter memory: where the draft is remembered from the last time; without one it is read whole.
  /// - Throws: `.noRole`, or `.notFound` for one that is not there or lies elsewhere.
  func ground(
    _ form: FormID, for right: Right, by signedIn: SignedIn, memory: FormMemory? = nil
  ) throws -> FormGround {
    try signedIn.demandPart(right)
    let ground = try ground(form, memory: memory)
    guard ground.isInReach(of: right, by: signedIn) else {
      throw RecordError.notFound(.form, key: form.description)
    }
    return ground
  }

  /// A form by a number of our own; no right is asked.
  func ground(_ form: FormID, memory: FormMemory? = nil) throws(RecordError) -> FormGround {
    let stored = try self.form(form)
    let decisions = try decisions(on: form)
    let known = try memory?.draft(of: stored.value, in: self)
    let fields = if let known { known.fields } else { try self.fields(of: form, after: 0) }
    return FormGround(
      stored: stored, organisation: try organisation(stored.value.organisation).value,
      course: try FormCourse(decisions: decisions, fields: fields),
      decisions: decisions, fields: fields, known: known)
  }
}
