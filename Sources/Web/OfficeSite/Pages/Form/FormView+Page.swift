// The page of a form in markup: one form that works without a script, and what the script needs to know.
import Design
import HTML
import HTTP

/// The content of the page, from the paper to the foot.
struct FormContent: Component {
  let view: FormView
  let token: FormToken
  let showsPast: Bool

  func write(to page: inout MarkupWriter) {
    page.markup("<form method=\"post\" id=\"form\"")
    page.attribute("class", showsPast ? "form-page" : "form-page hides-past")
    page.address("action", view.links.page.text)
    if view.sheet.face.isWritable { writeForScript(to: &page) }
    page.markup(">")
    for (name, value) in [
      (FormToken.fieldName, token.masked), ("revision", String(view.revision)), ("shown", view.digest),
    ] {
      page.add(Hidden(name, value))
    }
    // Enter in old browsers presses the first button: it only saves.
    page.markup("<button type=\"submit\" name=\"act\" value=\"save\" class=\"unseen\" tabindex=\"-1\">")
    page.text(FormPageWording.save)
    page.markup("</button>")
    page.startTag("div", ["class": view.sheet.isWide ? "form-desk is-wide" : "form-desk"])
    page.markup("<div class=\"column\"><div data-part=\"notices\">")
    page.add(view.notices)
    page.markup("</div><div class=\"paper\">")
    writeTools(to: &page)
    page.markup("<div class=\"pieces\">")
    EditorPiece.write(view.sheet.pieces, to: &page)
    page.markup("</div>")
    if view.sheet.face.isWritable {
      page.element("p", ["class": "small legend"]) { $0.text(FormPageWording.legend) }
    }
    page.markup("</div><div data-part=\"links\">")
    if let panel = view.linksPanel { page.add(panel) }
    page.markup("</div></div>")
    writeRail(to: &page)
    page.markup("</div>")
    writeFoot(to: &page)
    page.markup("</form>")
    page.add(Self.keys)
  }

  private func writeForScript(to page: inout MarkupWriter) {
    page.attribute("data-save", view.links.save.text)
    if let suggest = view.links.suggest { page.attribute("data-suggest", suggest.text) }
    page.attribute("data-form", view.form)
    page.attribute("data-person", view.person)
    page.attribute("data-revision", String(view.revision))
    page.attribute("data-token", token.masked)
    page.attribute("data-token-header", FormToken.headerName.text)
    if view.sheet.face.canChangeRows { page.attribute("data-rows", "yes") }
    page.attribute("data-say-saving", FormPageWording.saving)
    page.attribute("data-say-waiting", FormPageWording.waiting)
    page.attribute("data-say-nothing-to-undo", FormPageWording.nothingToUndo)
    page.attribute("data-say-refused", FormPageWording.refused)
    page.attribute("data-say-signed-out", FormPageWording.signedOut)
    page.attribute("data-say-offline-rows", FormPageWording.offlineRows)
  }

  private func writeTools(to page: inout MarkupWriter) {
    page.markup("<div class=\"sheet-tools\">")
    page.markup("<span class=\"push\"></span>")
    if view.sheet.hasPast {
      page.startTag(
        "button",
        [
          "type": "submit", "name": "act", "value": FormAct.past(isShown: !showsPast).text,
          "class": "button is-small",
          "data-toggles-past": "", "aria-pressed": showsPast ? "true" : "false",
        ])
      page.text(FormPageWording.showPast)
      page.markup("</button>")
    }
    page.markup("</div>")
  }

  private func writeRail(to page: inout MarkupWriter) {
    page.startTag("aside", ["class": "rail", "aria-label": FormPageWording.railLabel])
    if view.sheet.face.isWritable, view.links.suggest != nil {
      page.markup("<section class=\"this-cell\"><header><h2 data-choices-title>")
      page.text(FormPageWording.cellHead)
      page.markup("</h2></header><div class=\"body\"><div class=\"choices\" data-choices>")
      page.element("p", ["class": "note"]) { $0.text(FormPageWording.cellHint) }
      page.markup("</div></div></section>")
    }
    page.markup("<div data-part=\"rail\">")
    view.writeRail(to: &page)
    page.markup("</div></aside>")
  }

  private func writeFoot(to page: inout MarkupWriter) {
    page.markup("<div class=\"footbar\"><span class=\"row\" role=\"status\" data-part=\"foot\">")
    view.writeFoot(to: &page)
    page.markup("</span>")
    if view.sheet.face.isWritable {
      page.markup("<div class=\"keys\">")
      for (key, text) in [("Tab", FormPageWording.keyNext), ("Alt A", FormPageWording.keyAccept)] {
        page.markup("<span>")
        page.element("kbd") { $0.text(key) }
        page.text(text)
        page.markup("</span>")
      }
      page.add(
        Button.small(
          FormPageWording.keyAll, .open(dialog: "keys", otherwise: view.links.page), look: .quiet))
      page.markup("</div>")
    }
    page.markup("<span class=\"push\"></span>")
    if let deadline = view.deadline { page.element("span", ["class": "note"]) { $0.text(deadline) } }
    if view.sheet.face.isWritable {
      page.markup("<span class=\"no-script\">")
      page.add(Button(FormPageWording.save, .send(name: "act", value: FormAct.save.text)))
      page.markup("</span>")
    }
    if let button = view.mainButton {
      page.add(Button(button, .send(name: "act", value: FormAct.submit.text), look: .main))
    }
    page.markup("</div>")
  }

  private static let keys = Dialog(
    id: "keys", FormPageWording.keysTitle,
    [
      Finished { page in
        page.element("dl", ["class": "keys-list"]) { page in
          for (key, text) in FormPageWording.keys {
            page.element("dt") { $0.element("kbd") { $0.text(key) } }
            page.element("dd") { $0.text(text) }
          }
        }
      }
    ], buttons: [Button(FormPageWording.close, .close(otherwise: Routes.home()))])
}

extension FormView {
  /// The bar below the top.
  var pageBar: PageBar {
    var buttons: [any Component] = []
    if let history = links.history { buttons.append(Button.small(FormPageWording.history, .go(history))) }
    if let attachments = links.attachments {
      buttons.append(Button.small(FormPageWording.attachments, .go(attachments)))
    }
    buttons.append(Button.small(FormPageWording.print, .go(links.print)))
    return PageBar(
      title, back: links.back,
      beside: [tag], buttons: (sheet.face.isWritable ? [SavingState(.saved, saved)] : []) + buttons)
  }
}
