"""English numerals as exact fractions: 1,234.5 million, two hundred and fifty, thirty-first, two thirds."""

from __future__ import annotations

from fractions import Fraction

_ONES = "zero one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: i for i, word in enumerate(f"{_ONES} {_TEENS}".split())} | {
    word: 10 * i for i, word in enumerate(_TENS.split(), start=2)
}
LARGE = {"hundred": 100, "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12} | {
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
}
_IRREGULAR = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS = (
    {word: i for i, word in enumerate(_IRREGULAR.split(), start=1)}
    | {f"{word}th": 13 + i for i, word in enumerate(_TEENS.split()[3:])}
    | {f"{word[:-1]}ieth": 10 * i for i, word in enumerate(_TENS.split(), start=2)}
    | {"hundredth": 100}
)
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    form: value for word, value in ORDINALS.items() if value > 2 for form in (word, f"{word}s")
}

_multiples = "(?:hundred|dozen|thousand|million|billion|trillion|[mbt]n)"
_ones, _tens = "|".join([*_ONES.split()[1:], "zero"]), "|".join(_TENS.split())
_small = rf"(?:(?:{_tens})(?:[- ](?:{_ones})(?![a-z]))?|{'|'.join(reversed(_TEENS.split()))}|{_ones})"
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?"
_group = rf"{_small}(?:[- ]hundred\b(?:(?: and)? {_small}(?![a-z]))?)?"
WORDS = (
    rf"(?i:(?:an?[- ]|(?<=per )|(?<=every )){_multiples}(?:[- ]{_multiples}\b)*"
    rf"|{_group}(?:[- ]{_multiples}\b)*(?:(?<=thousand)(?: and)? {_group}(?![a-z]|[- ]{_multiples}\b))?)"
)
NUMERAL = rf"(?:{DIGITS}(?:[- ]?{_multiples}\b)*|\b{WORDS}(?:[- ]{_multiples}\b)*(?![a-z]))"
ORDINAL = (
    rf"(?i:\d+,?(?:st|nd|rd|th)\b|\b(?:(?:{_tens})[- ])?(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b)"
)


def number(text: str) -> Fraction:
    """The value of what `NUMERAL` matches.

    >>> [str(number(text)) for text in ("1,234.5 million", "a hundred million", "two hundred and fifty", "two thousand and five")]
    ['1234500000', '100000000', '250', '2005']
    """
    total, waiting = Fraction(0), Fraction(0)
    none = False  # 0 million is nothing
    for word in text.lower().replace(",", "").replace("-", " ").split():
        if word in LARGE and LARGE[word] < 1000:
            waiting = (waiting or Fraction(1)) * LARGE[word]
        elif word in LARGE and waiting:
            total, waiting = total + waiting * LARGE[word], Fraction(0)
        elif word in LARGE:
            total = Fraction(0) if none else (total or Fraction(1)) * LARGE[word]
        elif word in SMALL:
            waiting += SMALL[word]
        elif word not in ("and", "a", "an"):
            digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
            waiting += Fraction(digits) * LARGE.get(word[len(digits) :], 1)
            none = not waiting
    return total + waiting


def is_well_formed(ordinal: str) -> bool:
    """Whether the letters after digits are theirs.

    >>> is_well_formed("22nd"), is_well_formed("112th"), is_well_formed("31th")
    (True, True, False)
    """
    digits, letters = ordinal[:-2], ordinal[-2:].lower()
    if not digits.isdecimal():
        return digits[-1:] != ","
    return letters == ("th" if digits[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th"))


def ordinal(text: str) -> Fraction:
    """The value of what `ORDINAL` matches.

    >>> [str(ordinal(text)) for text in ("22nd", "Third", "twenty-first")]
    ['22', '3', '21']
    """
    if text[0].isdecimal():
        return Fraction(text[:-2].rstrip(","))
    return Fraction(sum(SMALL.get(word, 0) or ORDINALS.get(word, 0) for word in text.lower().replace("-", " ").split()))
