package io.atalaya.evidence.document.print;

/** The look on paper: light, state is the only colour, figures in columns monospaced. */
final class Style {
    private Style() {}

    /**
     * @param foot of every page
     * @param notAws said on every page where it was not AWS that answered; empty where it was
     */
    static String sheet(String foot, String notAws) {
        return """
                @page { size: A4; margin: 16mm 15mm 18mm 15mm;
                  @top-right { content: %2$s; font: 600 7.5pt %3$s; color: #9a6700; }
                  @bottom-left { content: %1$s; font: 7pt %3$s; color: #57606a; width: 150mm; }
                  @bottom-right { content: counter(page) " / " counter(pages); font: 7pt %3$s; color: #57606a; } }
                @page figure { size: A4 landscape; }
                html { background: #ffffff; }
                body { font-family: %3$s; font-size: 9.5pt; line-height: 1.45; color: #24292f; background: #ffffff;
                  max-width: 1040px; margin: 24px auto; padding: 0 16px; }
                h1 { font-size: 20pt; line-height: 1.3; font-weight: 600; margin: 2pt 0 12pt; }
                h2 { font-size: 14pt; font-weight: 600; margin: 22pt 0 6pt; padding-top: 4pt; border-top: 1px solid #d0d7de; }
                h3 { font-size: 10.5pt; font-weight: 600; margin: 0 0 2pt; text-align: left; }
                h2, h3 { page-break-after: avoid; }
                p { margin: 0 0 7pt; } p.about { color: #57606a; } p.about, p.lead { page-break-after: avoid; }
                p.kind { color: #57606a; font-size: 11pt; margin: 0; }
                p.banner { border: 1px solid #9a6700; color: #9a6700; font-weight: 600; padding: 5pt 8pt; }
                p.reading { font-family: %4$s; font-size: 7pt; font-weight: 400; line-height: 1.4; color: #57606a;
                  margin: 0 0 3pt; text-align: left; }
                p.note { font-size: 8pt; color: #57606a; }
                p.caption { font-weight: 600; font-size: 9pt; margin: 6pt 0 2pt; }
                ul.contents { list-style: none; padding: 0; margin: 0 0 14pt; }
                ul.contents a { color: #0969da; text-decoration: none; }
                h2.contents { border: 0; font-size: 11pt; margin-top: 16pt; }
                table { border-collapse: collapse; width: 100%%; }
                table.facts { margin: 8pt 0; } table.facts th { text-align: left; color: #57606a; font-weight: 400; width: 26%%; }
                table.facts th, table.facts td { padding: 2pt 6pt 2pt 0; border-bottom: 1px solid #d0d7de; vertical-align: top;
                  word-wrap: break-word; overflow-wrap: anywhere; }
                table.rows { table-layout: fixed; margin: 10pt 0 14pt; font-size: 8pt; line-height: 1.35; -fs-table-paginate: paginate; }
                table.rows th { text-align: left; vertical-align: bottom; font-weight: 400; font-size: 7.5pt; color: #57606a;
                  background: #f6f8fa; padding: 3pt 3pt; border-bottom: 1px solid #d0d7de; }
                table.rows tr.title th { background: #ffffff; padding: 0; color: #24292f; border: 0; }
                table.rows td { padding: 3pt 3pt; border-bottom: 1px solid #d0d7de; vertical-align: top;
                  word-wrap: break-word; overflow-wrap: anywhere; }
                table.rows tr { page-break-inside: avoid; }
                thead { display: table-header-group; }
                .mono, td.number { font-family: %4$s; font-size: 7pt; line-height: 1.5; }
                table.rows th.number, td.number { text-align: right; }
                div.empty { margin: 10pt 0 12pt; page-break-inside: avoid; }
                p.none { border: 1px dashed #d0d7de; padding: 5pt 8pt; color: #57606a; margin: 2pt 0 0; }
                .unread { color: #9a6700; } td.unread { font-style: normal; }
                tr.added td { background: #dafbe1; } tr.removed td { background: #ffebe9; text-decoration: line-through; }
                tr.removed td.mark { text-decoration: none; } tr.changed td.changed { background: #fff8c5; font-weight: 600; }
                td.mark { font-weight: 600; } del { color: #57606a; font-weight: 400; }
                ul.drift { padding-left: 14pt; } li.added { color: #1a7f37; } li.removed { color: #cf222e; } li.changed { color: #9a6700; }
                div.figure { margin: 8pt 0; overflow-x: auto; }
                div.figure svg { max-width: 100%%; height: auto; }
                @media print {
                  body { max-width: none; margin: 0; padding: 0; }
                  div.sheet { page: figure; width: 267mm; page-break-before: always; page-break-after: always; }
                  div.sheet h2 { border-top: 0; margin-top: 0; padding-top: 0; }
                  div.figure { page-break-inside: avoid; overflow: visible; }
                  div.figure svg { max-height: 130mm; }
                }
                """.formatted(Markup.style(foot), Markup.style(notAws), Markup.SANS, Markup.MONO);
    }
}
