// A mail server that keeps what it is handed, or refuses it as told.
import Mail
import OfficeOperations
import Synchronization

/// Takes letters for tests.
final class MailProbe: MailCarrier {
  private struct State {
    var letters: [Letter] = []
    var problem: MailProblem?
    var servers: [MailServer] = []
  }

  private let state = Mutex(State())

  /// What was taken, the first first.
  var letters: [Letter] { state.withLock { $0.letters } }
  var servers: [MailServer] { state.withLock { $0.servers } }

  /// From now on every letter ends so.
  func refuse(_ problem: MailProblem?) { state.withLock { $0.problem = problem } }

  func carry(_ letter: Letter, to server: MailServer) async throws(MailProblem) {
    let problem = state.withLock { state in
      state.servers.append(server)
      if state.problem == nil { state.letters.append(letter) }
      return state.problem
    }
    if let problem { throw problem }
  }

  /// Settings as an administrator types them.
  static var typed: ChangeMailSettings.Typed {
    var typed = ChangeMailSettings.Typed()
    typed.host = "mail.linxi.example"
    typed.port = "465"
    typed.protection = "protected"
    typed.account = "jixiao"
    typed.password = "Lead-weight.77"
    typed.sender = "jixiao@linxi.example"
    typed.senderName = "临溪县绩效办"
    typed.site = "https://jixiao.linxi.example"
    typed.domains = "linxi.example"
    return typed
  }
}
