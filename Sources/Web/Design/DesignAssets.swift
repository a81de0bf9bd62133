// Style, script and icons of every page, part of the program, under addresses that never change meaning.
package import HTTP

/// The files that every page loads.
package enum DesignAssets {
  /// To be added to a site's router. One style sheet, one script, one set of icons.
  package static let assets = Assets([
    ("design.css", style), ("design.js", PackageResources.design_js), ("form.js", PackageResources.form_js),
    ("intake.js", PackageResources.intake_js), ("review.js", PackageResources.review_js),
    ("icons.svg", PackageResources.icons_svg),
    ("mark.svg", PackageResources.mark_svg),
  ])

  /// The parts of the style sheet in their order: later ones win.
  private static let style = [
    PackageResources.tokens_css, PackageResources.ground_css, PackageResources.shell_css,
    PackageResources.controls_css, PackageResources.judgements_css, PackageResources.tables_css,
    PackageResources.public_css, PackageResources.administration_css, PackageResources.desk_css,
    PackageResources.overview_css, PackageResources.intake_css, PackageResources.form_widths_css,
    PackageResources.links_css, PackageResources.adapt_css,
    PackageResources.form_css, PackageResources.review_css,
  ].flatMap { $0 }

  static let styleLink = assets.link("design.css") ?? .root
  static let scriptLink = assets.link("design.js") ?? .root
  /// Loaded by the pages of documents that are read into drafts.
  package static let intakeScriptLink = assets.link("intake.js") ?? .root
  /// Loaded by the reviewers' desk.
  package static let reviewScriptLink = assets.link("review.js") ?? .root
  /// Loaded by the page of a form alone.
  package static let formScriptLink = assets.link("form.js") ?? .root
  static let markLink = assets.link("mark.svg") ?? .root
  static let iconsLink = assets.link("icons.svg") ?? .root
}
