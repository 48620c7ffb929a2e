"""The region that a report is about: by its name where the text has it as its subject, or by words that only it has.

Points are counted for every place. A name counts `_SUBJECT` where it is the subject (in a title or heading, or opening a
clause: 四平严把进出关口) and `_PASSING` elsewhere (与铁岭、通辽签订协议), once a paragraph; a term of the place counts
`_TERM`; a title counts `_TITLE` times, a heading and the opening less. How a report speaks of itself (我市, 全省, 县委)
shows on what level its region stands: the names of places on other levels count for little, so that a city's report that
never names the city is not taken for its province's, and the nation's for nobody's. The best place must have `_ENOUGH`
points (`_ALONE` if no other place is named) and be clearly ahead of the next; otherwise the region is unknown, not guessed.

Names are made from a place's label: 四平市 and 四平, 延边朝鲜族自治州 and 延边. A short name that several places share
stands for the one that is no part of another (吉林 is the province).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from heitu.records import BasisKind, Place, Report, Stated
from heitu.spans import Span, SpannedText

_TITLE, _HEADING, _OPENING, _BODY = 5.0, 2.0, 1.5, 1.0
_SUBJECT, _PASSING, _TERM = 2.0, 0.5, 1.0
_OTHER_LEVEL = 0.25
_ENOUGH = 3.0
_ALONE = 2.0  # where no other place is named at all
_AHEAD = 1.5
_LEAST_TERMS = 2

# Names of peoples in the names of autonomous areas (GB/T 3304).
_PEOPLES = (
    "朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|傈僳|景颇|回|蒙古|柯尔克孜|哈萨克|维吾尔|满|达斡尔|鄂温克|鄂伦春|锡伯|撒拉|"
    "东乡|保安|裕固|土|瑶|黎|畲|仡佬|水|毛南|仫佬|纳西|拉祜|佤|怒|独龙|普米|塔吉克"
)
_NAME = re.compile(rf"(.{{2,}}?)(?:(?:(?:{_PEOPLES})族?)*自治[州区县旗]|特别行政区|地区|[省市州盟县区旗])")
# A report's words for its own region: 我市, 全市, and 市委 or 市政府 without a name before them. Not 全国: 全国第一.
_SELF = re.compile(r"(我国|[我全][省市区州盟县旗])|(?<![\u3400-\u9fff])([省市区州盟县旗])(?:委|政府)")
_BELOW_CITIES = ("县", "区", "旗")
_CLAUSE_STARTS = "。！？；，：,;:!?…—–“”\"'‘’（）()【】"  # not 《: a document's title is no subject
_NOT_A_SUBJECT = "、和与及等至到—-"
_CLAUSE_STOP = re.compile(r"[。！？；，、,;!?…—]")
_LONGEST_EVIDENCE = 40


@dataclass(frozen=True, slots=True)
class _Unit:
    """A text of a report, the source that has it, and how much it counts; `is_head` marks titles and headings."""

    text: SpannedText
    source: str
    weight: float
    is_head: bool


@dataclass(frozen=True, slots=True)
class _Mention:
    """A place named, or shown by one of its terms, at [start, end) of a unit."""

    place: str
    unit: _Unit
    start: int
    end: int
    is_term: bool

    @property
    def words(self) -> str:
        return self.unit.text.text[self.start : self.end]

    @property
    def is_subject(self) -> bool:
        """Whether the name stands where the subject of its clause does."""
        if self.unit.is_head:
            return True
        text = self.unit.text.text
        before, after = text[self.start - 1 : self.start], text[self.end : self.end + 1]
        return (not before or before in _CLAUSE_STARTS or before.isspace()) and after not in [*_NOT_A_SUBJECT]

    @property
    def points(self) -> float:
        kind = _TERM if self.is_term else _SUBJECT if self.is_subject else _PASSING
        return self.unit.weight * kind


def short_name(name: str) -> str:
    """A place's name without what kind of place it is; at least two characters stay.

    >>> short_name("四平市"), short_name("延边朝鲜族自治州"), short_name("黔东南苗族侗族自治州"), short_name("六盘水市")
    ('四平', '延边', '黔东南', '六盘水')
    >>> short_name("内蒙古自治区"), short_name("伊犁哈萨克自治州"), short_name("大兴安岭地区"), short_name("兴安盟")
    ('内蒙古', '伊犁', '大兴安岭', '兴安')
    """
    match = _NAME.fullmatch(name)
    return match[1] if match else name


def _kind(place: Place) -> str:
    """What its people call a place: 四平市 is 我市, 广西壮族自治区 我区."""
    return place.label.zh[-1]


def _units(report: Report) -> Iterator[_Unit]:
    """The texts of a report in reading order, captions last."""
    base = report.witnesses[0]
    yield _Unit(report.title, report.title_source, _TITLE, True)
    if report.subtitle:
        yield _Unit(report.subtitle, report.subtitle_source, _TITLE, True)
    for section in report.sections:
        for line in (section.kicker, section.headline):
            if line:
                yield _Unit(line, base, _HEADING, True)
        weight = _OPENING if section.kind == "opening" else _BODY
        for paragraph in section.paragraphs:
            yield _Unit(paragraph.text, base, weight, False)
    for caption in report.captions:
        yield _Unit(caption.text, caption.source, _BODY, False)


def _words(places: Sequence[Place]) -> dict[str, tuple[str, bool]]:
    """Every name and term with its place, and whether it is a term. Names go before terms, whole ones before short ones."""
    words: dict[str, tuple[str, bool]] = {place.label.zh: (place.id, False) for place in places}
    for place in sorted(places, key=lambda p: p.parent is not None):
        words.setdefault(short_name(place.label.zh), (place.id, False))
    for place in places:
        for term in place.terms:
            words.setdefault(term, (place.id, True))
    return words


def _mentions(units: Sequence[_Unit], places: Sequence[Place]) -> list[_Mention]:
    """The places in the texts in order; of words that overlap, the longest at each place."""
    words = _words(places)
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)")
    return [
        _Mention(words[m[0]][0], unit, m.start(), m.end(), words[m[0]][1])
        for unit in units
        for m in pattern.finditer(unit.text.text)
    ]


def _level(units: Sequence[_Unit]) -> str:
    """What the report calls its region (国, 省, 市, 县 …), "" where it does not say. 我市 says it thrice as clearly."""
    said: Counter[str] = Counter()
    for unit in units:
        for match in _SELF.finditer(unit.text.text):
            said[match[2] or match[1][-1]] += 3 if match[0].startswith("我") else 1
    return max(said, key=lambda level: said[level]) if said else ""


def _points(mentions: Sequence[_Mention], level: str, kinds: Mapping[str, str]) -> dict[str, float]:
    """The points of each place: in each text, its best mention by name and the best of each of its terms."""
    best: dict[tuple[str, int, str], float] = {}
    for mention in mentions:
        at_level = mention.is_term or not level or kinds[mention.place] == level
        points = mention.points * (1.0 if at_level else _OTHER_LEVEL)
        key = (mention.place, id(mention.unit), mention.words if mention.is_term else "")
        best[key] = max(points, best.get(key, 0.0))
    points_of: dict[str, float] = {}
    for (place, _, _), points in best.items():
        points_of[place] = points_of.get(place, 0.0) + points
    return points_of


def _best(points: Mapping[str, float], places: Sequence[Place]) -> Place | None:
    """The place with the most points, if it has enough and no other but what it is part of, or has as parts, comes near."""
    ranked = sorted(points, key=lambda place: -points[place])
    if not ranked or points[ranked[0]] < (_ENOUGH if len(ranked) > 1 else _ALONE):
        return None
    best = next(place for place in places if place.id == ranked[0])
    kin = {best.id, best.parent, *(place.id for place in places if place.parent == best.id)}
    ahead = all(points[best.id] >= _AHEAD * points[other] for other in ranked if other not in kin)
    return best if ahead else None


def _clause(mention: _Mention, basis: BasisKind) -> Stated:
    """The clause that names the place, with its span."""
    text = mention.unit.text
    stops = [m.start() for m in _CLAUSE_STOP.finditer(text.text)]
    start = max((stop + 1 for stop in stops if stop < mention.start), default=0)
    end = min((stop for stop in stops if stop >= mention.end), default=len(text))
    if end - start > _LONGEST_EVIDENCE:
        start, end = mention.start, min(end, mention.start + _LONGEST_EVIDENCE)
    part = text.slice(start, end).strip()
    if not (spans := part.provenance):
        return Stated(mention.place, basis, part.text)
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return Stated(mention.place, basis, part.text, mention.unit.source, whole)


def _shown(place: Place, mentions: Sequence[_Mention]) -> Stated | None:
    """A place by its terms: two of them, or one in a title or heading; the name of what it is part of goes with them."""
    terms = [mention for mention in mentions if mention.place == place.id and mention.is_term]
    words = list(dict.fromkeys(mention.words for mention in terms))
    if len(words) < _LEAST_TERMS and not any(mention.unit.is_head for mention in terms):
        return None
    above = [mention.words for mention in mentions if mention.place == place.parent]
    return Stated(place.id, "inferred", "；".join([*words, *above[:1]]))


def find_region(report: Report, places: tuple[Place, ...]) -> Stated | None:
    """The id of the place that a report is about, with its basis; None where nothing is sure.

    `stated` where the place is named as a subject: the evidence is the clause that does so, in the title rather than a
    heading, and there rather than in the text, with its span. `inferred` where words show it: the evidence is these words,
    joined by "；".
    """
    units = list(_units(report))
    mentions = _mentions(units, places)
    level = _level(units)
    best = _best(_points(mentions, level, {place.id: _kind(place) for place in places}), places)
    if best is None:
        return None
    named = [mention for mention in mentions if mention.place == best.id and not mention.is_term]
    subjects = [mention for mention in named if mention.is_subject]
    if subjects and (level not in _BELOW_CITIES or level == _kind(best)):
        return _clause(max(subjects, key=lambda mention: mention.unit.weight), "stated")
    if shown := _shown(best, mentions):
        return shown
    return _clause(max(named, key=lambda mention: mention.unit.weight), "inferred") if named else None


def infer_region(report: Report, places: tuple[Place, ...]) -> Report:
    """The report with its region; one that is known already (a person supplied it) stays."""
    return report if report.region else replace(report, region=find_region(report, places))
