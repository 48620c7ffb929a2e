"""Who is counted: persons are no households, and a person who comes twice counts twice in 人次 but is one of "people"."""

from __future__ import annotations

# Not passengers, visitors and tourists, whom English counts by the journey as well.
PERSONS = (
    "farmers|villagers|residents|citizens|inhabitants|workers|employees|staff|labou?rers|jobseekers|graduates|students"
    "|pupils|teachers|trainees|learners|children|women|men|elders|seniors|officials|cadres|officers|leaders|members"
    "|personnel|professionals|technicians|experts|specialists|doctors|nurses|volunteers|participants|attendees|herders"
    "|fishers|fishermen|peasants|traders|entrepreneurs|soldiers|veterans|inspectors|supervisors|beneficiaries|recipients"
)


def differ(chinese: str, english: str) -> bool:
    """Whether what is counted is not the same; farmers may stand for households of farmers, but not for 人次.

    >>> differ("person-times", "someone"), differ("households", "someone"), differ("households", "persons")
    (True, False, True)
    """
    if "someone" in (chinese, english):
        return "person-times" in (chinese, english)
    return bool(chinese and english) and chinese != english
