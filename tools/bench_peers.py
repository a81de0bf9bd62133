#!/usr/bin/env python3
"""How many files the usual Python programs read, cell by cell, or print, a second of processor time: FORMAT FILE..."""
import sys
import time

SECONDS = 2.0


def docx(path):
    import docx
    return sum(len(cell.text) for table in docx.Document(path).tables for row in table.rows for cell in row.cells)


def xlsx(path):
    import openpyxl
    book = openpyxl.load_workbook(path)
    return sum(len(str(value)) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row)


def html(path):
    import bs4
    with open(path, "rb") as file:
        page = bs4.BeautifulSoup(file.read(), "lxml")
    return sum(len(cell.get_text()) for cell in page.find_all(["td", "th"]))


def pdf(path):
    import pdfplumber
    with pdfplumber.open(path) as document:
        return sum(len(cell or "") for page in document.pages for table in page.extract_tables()
                   for row in table for cell in row)


def pages(files):
    import pdfplumber
    count = 0
    for path in files:
        with pdfplumber.open(path) as document:
            count += len(document.pages)
    return count


def printed(path):
    import weasyprint
    return len(weasyprint.HTML(filename=path).write_pdf())


PEERS = {"print": ("WeasyPrint", printed),
         "docx": ("python-docx", docx), "xlsx": ("openpyxl", xlsx), "html": ("BeautifulSoup+lxml", html),
         "pdf": ("pdfplumber", pdf)}


def main():
    files = sys.argv[2:]
    if sys.argv[1] == "pages":
        try:
            print("pages", pages(files))
            return 0
        except ImportError:
            return 1
    name, read = PEERS[sys.argv[1]]
    try:
        read(files[0])
    except ImportError:
        return 1
    count, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        for path in files:
            read(path)
        count += len(files)
    print(name, round(count / (time.process_time() - start), 1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
