"""Citations and linked data of a report: GB/T 7714—2015, plain English, schema.org."""

from __future__ import annotations

from heitu import ids
from heitu.language import Bilingual, Language
from heitu.records import Report
from heitu.render import times
from heitu.render.edition import NEWSPAPER_GENRES, Edition
from heitu.render.times import date_text

# GB/T 7714—2015, appendix B: N newspaper, R report, Z other; OL is the carrier.
_NO_PLACE = Bilingual("地方不详", "place unknown")
_REPORT = ("work-report", "plan", "bulletin")


def citation_zh(edition: Edition, report: Report) -> str:
    """The citation in Chinese, `{text}`, `{accessed}` and `{url}` to be filled in by the script.

    What the source does not say is said to be unknown in square brackets, as GB/T 7714 does for what is not printed.
    """
    mark = "N" if report.genre.value in NEWSPAPER_GENRES else "R" if report.genre.value in _REPORT else "Z"
    authors = _responsible(report) or "[作者不详]"
    publisher = report.publisher.value if report.publisher else "[报纸不详]" if mark == "N" else "[发布者不详]"
    date = report.date.value if report.date else "[日期不详]"
    where = _where(edition, report, "zh")
    title = _braced(report.title.text)
    return (
        f"“{{text}}”（{_braced(where)}）{_braced(authors)}. {title}[{mark}/OL]. "
        f"{_braced(publisher)}, {date}[{{accessed}}]. {{url}}."
    )


def _where(edition: Edition, report: Report, language: Language) -> str:
    """Place and period, as every quotation outside its page carries them: 我市 is never another city's."""
    place = edition.places[report.region.value].label[language] if report.region else _NO_PLACE[language]
    return f"{place} · {times.years_text(report.period.value, language)}" if report.period else place


def citation_en(edition: Edition, report: Report) -> str:
    """The citation in plain English, with the same blanks."""
    authors = _responsible_en(edition, report) or "[author not named]"
    found = edition.archive.translation(report.id, "title")
    title = f"{found.target} ({report.title.text})" if found and found.target else report.title.text
    known = edition.archive.publishers.get(report.publisher.value) if report.publisher else None
    publisher = known.en if known else report.publisher.value if report.publisher else "[publisher unknown]"
    where = _where(edition, report, "en")
    date = date_text(report.date.value, "en") if report.date else "[date unknown]"
    return (
        f"“{{text}}” ({_braced(where)}). {_braced(authors)}, “{_braced(_inner(title))}”, {_braced(publisher)}, {date}. "
        "{url} (accessed {accessed})."
    )


def _responsible(report: Report) -> str:
    """The authors as printed, or the body that speaks in its own text."""
    if not report.authors and report.publisher and report.genre.value not in NEWSPAPER_GENRES:
        return report.publisher.value
    return ", ".join(author.value for author in report.authors)


def _responsible_en(edition: Edition, report: Report) -> str:
    """The same in English, as far as the names are translated."""
    if not report.authors and report.publisher and report.genre.value not in NEWSPAPER_GENRES:
        known = edition.archive.publishers.get(report.publisher.value)
        return known.en if known else report.publisher.value
    found = ((edition.archive.translation(report.id, ids.author(n)), a) for n, a in enumerate(report.authors, start=1))
    return ", ".join(unit.target if unit and unit.target else author.value for unit, author in found)


def _inner(text: str) -> str:
    """Quotation marks inside quotation marks."""
    return text.replace("“", "‘").replace("”", "’")


def _braced(text: str) -> str:
    """Braces of the source would be taken for blanks; full-width ones read the same."""
    return text.replace("{", "｛").replace("}", "｝")


def linked_data(edition: Edition, report: Report) -> dict[str, object]:
    """schema.org: `NewsArticle` for what a newspaper wrote, `Report` for a government's own text."""
    kind = "NewsArticle" if report.genre.value in NEWSPAPER_GENRES else "Report"
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": report.title.text,
        "inLanguage": "zh-Hans",
        "identifier": report.id,
    }
    if address := edition.archive.settings.site_url:
        below = "" if edition.language == "zh" else "en/"
        data["url"] = f"{address}{below}reports/{report.id}.html"
    if report.date:
        data["datePublished"] = report.date.value
    if report.publisher:
        known = edition.archive.publishers.get(report.publisher.value)
        name = known[edition.language] if known else report.publisher.value
        data["publisher"] = {
            "@type": "NewsMediaOrganization" if kind == "NewsArticle" else "Organization",
            "name": name,
        }
    if report.authors:
        data["author"] = [{"@type": "Person", "name": author.value} for author in report.authors]
    if report.region:
        data["about"] = {"@type": "Place", "name": edition.region(report)}
    if report.period:
        data["temporalCoverage"] = report.period.value
    return data
