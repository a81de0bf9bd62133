// How the reviewer's report looks, on the screen and on A4.

enum CheckPageStyle {
  static let text = """
    :root{--ink:#16202a;--soft:#5a6671;--line:#dce0e4;--desk:#f1f3f4;--pen:#1c4480;--red:#b01e17;
    --amber:#855100;
    --green:#1d6838;--blue:#07647f}
    *{box-sizing:border-box}
    body{margin:0;background:var(--desk);color:var(--ink);line-break:strict;overflow-wrap:anywhere;
    font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
    font-variant-numeric:tabular-nums}
    article{max-width:1080px;margin:20px auto;background:#fff;border:1px solid var(--line);
    border-radius:3px}
    header,section,aside{padding:16px 20px}
    header{border-bottom:1px solid var(--line)}
    h1{margin:0;font:600 22px/1.4 "Songti SC","SimSun","Noto Serif CJK SC",serif;text-wrap:balance}
    h2{margin:0 0 8px;font-size:15px}
    p{margin:2px 0;text-wrap:pretty}
    small,.facts,.rule,.hint,.file,footer{color:var(--soft);font-size:12px}
    .facts{font-size:13px}
    .file{margin-left:auto}
    .tally{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;margin-top:8px}
    .columns{display:grid;grid-template-columns:minmax(0,1fr) 280px}
    aside{border-left:1px solid var(--line)}
    ol{margin:0;padding:0;list-style:none}
    li{padding:8px 12px;margin:8px 0;border-left:4px solid var(--blue)}
    li.error{border-left-color:var(--red)}
    li.warning{border-left-style:dashed;border-left-color:var(--amber)}
    li.info{border-left-style:dotted}
    .where{font-weight:600}
    .where .mark{margin-right:8px}
    .mark{white-space:nowrap;font-weight:600}
    .mark.error{color:var(--red)}.mark.warning{color:var(--amber)}.mark.info{color:var(--blue)}
    .mark.ok{color:var(--green)}
    .proposal{color:var(--pen)}
    .sum{display:flex;flex-wrap:wrap;gap:4px 24px;margin:6px 0;padding:6px 12px;background:var(--desk)}
    .sum b,.sum small{display:block}
    .sound{margin:8px 0;padding:8px 12px;border-left:4px solid var(--green);color:var(--green)}
    .sound small{color:inherit}
    .sound .sum{background:#edf6f0}
    .failure{max-width:1080px;margin:20px auto;padding:12px 20px;background:#fff;
    border-left:4px solid var(--red)}
    details{margin:8px 0}
    summary{cursor:pointer;color:var(--blue);font-weight:600}
    table{width:100%;border-collapse:collapse}
    th,td{padding:5px 0;border-bottom:1px solid var(--line);text-align:left;font-weight:400;
    vertical-align:top}
    th small{display:block}
    td{text-align:right;white-space:nowrap;padding-left:8px}
    .total th,.total td{font-weight:600;border-bottom:0}
    footer{max-width:1080px;margin:0 auto 24px;padding:0 4px}
    @media (max-width:820px){.columns{grid-template-columns:1fr}aside{border-left:0;
    border-top:1px solid var(--line)}}
    @page{size:A4;margin:14mm}
    @media print{body{background:#fff;font-size:9pt;line-height:1.45}h1{font-size:14pt}
    small,.rule,.hint,.file,.facts{font-size:8pt}
    li{margin:3px 0;padding:2px 8px}p{margin:0}th,td{padding:2px 0}article{margin:0;border:0;
    max-width:none;break-after:page}
    article:last-of-type{break-after:auto}
    .columns{grid-template-columns:minmax(0,1fr) 56mm}header,section,aside{padding:6px 0}
    aside{padding-left:12px}
    section{padding-right:12px}li,.sound{break-inside:avoid}}
    """
}
