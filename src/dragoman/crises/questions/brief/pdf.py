"""A brief as a PDF: A4, with its fonts inside and its sources as links."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import resources
from importlib.resources import as_file

from anyascii import anyascii
from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont

from dragoman.crises.questions.brief.lines import (
    NOTHING,
    cited_as,
    groups,
    left_out,
    more,
    noted_by,
    remarks,
    span_line,
)
from dragoman.crises.questions.brief.model import Brief, Note, Section, Sentence
from dragoman.crises.questions.citations import Citation

_FONT = "DejaVu Serif"
_FILES = {"": "DejaVuSerif.ttf", "B": "DejaVuSerif-Bold.ttf"}
_MARGIN = 22
_INDENT = 6
_INK, _SOFT, _LINK = (28, 27, 25), (95, 91, 84), (31, 78, 121)


def pdf(brief: Brief) -> bytes:
    """Return a brief as the bytes of a PDF."""
    page = _Page(brief.title)
    page.set_creation_date(brief.until or datetime(2000, 1, 1, tzinfo=UTC))
    page.heading(brief.title, 17, space=0)
    page.note(span_line(brief))
    if brief.empty:
        page.paragraph(NOTHING)
    for group, sections in groups(brief):
        if group is not None:
            page.heading(group, 14, space=6)
        for section in sections:
            page.section(section)
    return bytes(page.output())


class _Page(FPDF):
    """A document that flows: headings, sentences, citations."""

    def __init__(self, title: str) -> None:
        super().__init__(format="A4")
        folder = resources.files("dragoman.crises.questions.brief") / "data"
        for style, name in _FILES.items():
            with as_file(folder / name) as path:
                self.add_font(_FONT, style, path)
        self.set_margins(_MARGIN, _MARGIN)
        self.set_auto_page_break(auto=True, margin=_MARGIN)
        self.set_font(_FONT, size=10)
        self.set_title(title)
        self.set_creator("Dragoman")
        self.add_page()

    def footer(self) -> None:
        """Number the page; called for each page when it is full."""
        self.set_y(-15)
        self._look(8, _SOFT)
        self.cell(0, 8, str(self.page_no()), align="C")

    def heading(self, text: str, size: float, *, space: float) -> None:
        """Write a heading that stays with what follows it."""
        if self.will_page_break(space + 25):
            self.add_page()
        else:
            self.ln(space)
        self._look(size, _INK, bold=True)
        self._flow(text, size * 0.5)

    def note(self, text: str) -> None:
        """Write a line about the brief itself."""
        self._look(8.5, _SOFT)
        self._flow(text, 4.6)

    def paragraph(self, text: str) -> None:
        """Write a paragraph."""
        self.ln(2.2)
        self._look(10, _INK)
        self._flow(text, 5.2)

    def section(self, section: Section) -> None:
        """Write a section."""
        self.heading(section.title, 12, space=5)
        for line in section.lines:
            if isinstance(line, Note):
                self.paragraph(f"{noted_by(line)}: {line.text}")
            else:
                self._sentence(line)
        if section.left_out:
            self.ln(1.5)
            self.note(left_out(section))

    def _sentence(self, sentence: Sentence) -> None:
        self.paragraph(f"{sentence.text} {remarks(sentence)}".rstrip())
        self.set_left_margin(_MARGIN + _INDENT)
        self.set_x(_MARGIN + _INDENT)
        for citation in sentence.citations:
            self._citation(citation)
        if more(sentence):
            self.note(more(sentence))
        self.set_left_margin(_MARGIN)
        self.set_x(_MARGIN)

    def _citation(self, citation: Citation) -> None:
        """Write outlet and date, as a link where there is one, then the words."""
        self._look(8.5, _LINK if citation.link else _SOFT)
        self.write(4.6, self._shown(cited_as(citation)), link=citation.link or "")
        self._look(8.5, _SOFT)
        self.write(4.6, self._shown(f": “{citation.words}”"))
        self.ln(4.6)

    def _look(self, size: float, colour: tuple[int, int, int], *, bold: bool = False) -> None:
        self.set_font(_FONT, "B" if bold else "", size)
        self.set_text_color(*colour)

    def _flow(self, text: str, height: float) -> None:
        shown = self._shown(text)
        self.multi_cell(0, height, shown, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _shown(self, text: str) -> str:
        """Return text in signs that the font has; others in Latin letters."""
        font = self.current_font
        known = font.cmap if isinstance(font, TTFFont) else {}
        return "".join(each if ord(each) in known else anyascii(each) or "?" for each in text)
