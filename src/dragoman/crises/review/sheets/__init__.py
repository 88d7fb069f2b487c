"""The spreadsheets that people keep by hand, as facts of the ledger."""

from dragoman.crises.review.sheets.importing import RowDone, Sheet, SheetDone, import_sheet
from dragoman.crises.review.sheets.mapping import SheetMap
from dragoman.crises.review.sheets.tables import Row, rows_of_text, rows_of_xlsx

__all__ = [
    "Row",
    "RowDone",
    "Sheet",
    "SheetDone",
    "SheetMap",
    "import_sheet",
    "rows_of_text",
    "rows_of_xlsx",
]
