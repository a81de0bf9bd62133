// The style sheet of pages: classes for roles, tables and paper.
internal import FormSheets
internal import HTML

enum PageStyles {
  /// What does not depend on the sheets.
  static let constant: StaticString = """
    .sheet{position:relative;margin:0 auto;color:#000;font-family:FangSong_GB2312,FangSong,STFangsong,\
    "Noto Serif CJK SC",SimSun,serif;font-size:10.5pt;line-height:1.35}
    .sheet-grid{width:100%;border-collapse:collapse;table-layout:fixed}
    .sheet-grid+.sheet-grid{margin-top:-.5pt}
    .sheet-grid caption{padding:0}
    .sheet-grid th,.sheet-grid td{box-sizing:border-box;height:8mm;border:.5pt solid #000;padding:.6mm 1.2mm;\
    text-align:center;vertical-align:middle;font-weight:normal;white-space:pre-wrap;overflow-wrap:anywhere;\
    line-break:strict;unicode-bidi:isolate}
    .sheet h1,.sheet h2,.sheet h3,.sheet h4,.sheet h5,.sheet h6,.sheet p{margin:0;font-weight:normal;\
    white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}
    .sheet .sheet-title{font-family:FZXiaoBiaoSong-B05S,FZXBSJW--GB1-0,"Noto Serif CJK SC",STZhongsong,\
    SimSun,serif;font-size:18pt;line-height:1.4;margin-bottom:1.5mm}
    .sheet .sheet-subtitle{font-size:12pt;margin-bottom:1mm}
    .sheet .sheet-head{font-family:SimHei,STHeiti,"Noto Sans CJK SC",sans-serif}
    .sheet .sheet-note{font-size:9pt;margin-top:1mm}
    .sheet .sheet-start{text-align:left}
    .sheet .sheet-center{text-align:center}
    .sheet .sheet-end{text-align:right}
    .sheet-parts{display:flex;margin-bottom:.7mm}
    .sheet-parts>*{flex:1 1 0;min-width:0}
    .sheet-mark{position:absolute;inset:0;overflow:hidden;pointer-events:none;z-index:1;display:flex;\
    align-items:center;justify-content:center}
    .sheet-mark::before{content:attr(aria-label);transform:rotate(-45deg);font-family:SimHei,\
    "Noto Sans CJK SC",sans-serif;font-size:110pt;line-height:1;color:rgba(0,0,0,.1);white-space:nowrap}
    @media print{.sheet-grid td:not([rowspan]),.sheet-grid th:not([rowspan]){break-inside:avoid}\
    .sheet-tall{vertical-align:top}.sheet-grid thead{display:table-header-group}\
    .sheet-grid caption,.sheet-keep{break-after:avoid}.sheet-break{break-before:page}}

    """

  /// What a document of its own adds: the ground below the papers, and each sheet on pages of its own.
  static let document: StaticString = """
    html{background:#eee}
    body{margin:0}
    .sheet{box-sizing:border-box;margin:8mm auto;background:#fff;box-shadow:0 0 2mm rgba(0,0,0,.25)}
    @media print{html{background:none}.sheet{margin:0;padding:0!important;width:auto!important;\
    box-shadow:none}.sheet+.sheet{break-before:page}.sheet-everywhere .sheet-mark{position:fixed}\
    .sheet-everywhere .sheet+.sheet .sheet-mark{display:none}}

    """

  static func write(width: Int, to page: inout MarkupWriter) {
    page.markup(".sheet-w")
    page.number(width)
    page.markup("{width:")
    page.number(width / 2)
    page.markup(width % 2 == 0 ? "%}\n" : ".5%}\n")
  }

  static func write(height: Int, to page: inout MarkupWriter) {
    page.markup(".sheet-grid .sheet-h")
    page.number(height)
    page.markup(">*{height:")
    page.number(height)
    page.markup("mm}\n")
  }

  /// A paper: the page that is printed on and the sheet as it stands on the screen.
  static func write(_ paper: Paper, number: Int, to page: inout MarkupWriter) {
    page.markup("@page sheet-p")
    page.number(number)
    page.markup("{size:")
    page.millimetres(paper.width)
    page.markup(" ")
    page.millimetres(paper.height)
    page.markup(";margin:")
    page.margins(paper)
    if paper.isNumbered {
      page.markup(";@bottom-center{font-size:9pt;")
      page.markup(SheetFilesWording.pageNumberStyle)
      page.markup("}")
    }
    page.markup("}\n.sheet-p")
    page.number(number)
    page.markup("{page:sheet-p")
    page.number(number)
    page.markup(";width:")
    page.millimetres(paper.width)
    page.markup(";padding:")
    page.margins(paper)
    page.markup("}\n")
  }
}

extension MarkupWriter {
  /// A length of tenths of a millimetre.
  fileprivate mutating func millimetres(_ tenths: Int) {
    number(tenths / 10)
    markup(".")
    number(tenths % 10)
    markup("mm")
  }

  fileprivate mutating func margins(_ paper: Paper) {
    millimetres(paper.top)
    markup(" ")
    millimetres(paper.side)
    markup(" ")
    millimetres(paper.bottom)
  }
}
