"""Short forms of English given names. Each line: the usual form, then its short ones."""

from __future__ import annotations

_LINES = """
alexander alex sandy|alfred fred alf|andrew andy drew|anthony tony|benjamin ben
charles chuck charlie|christopher chris|daniel dan danny|david dave|donald don donnie
edward ed eddie ted|frederick fred|gerald gerry jerry
gregory greg|james jim jimmy|jeffrey jeff|john jack|johnathan jon|joseph joe
joshua josh|kenneth ken|lawrence larry|leonard len|matthew matt|michael mike mick|nathaniel nate
nicholas nick|patrick pat|peter pete|philip phil|raymond ray|richard rick dick rich|robert bob rob
bobby|ronald ron|samuel sam|stephen steve|steven steve|terence terry|thomas tom|timothy tim
vincent vince|walter walt|william bill will billy|zachary zach|abigail abby|catherine cathy kate
deborah debbie|elizabeth liz beth betty|jennifer jen jenny|judith judy|kathleen kathy
margaret maggie peggy|pamela pam|patricia pat patty|rebecca becky|susan sue|victoria vicky
"""


def _table() -> dict[str, str]:
    """Short form → usual form; forms of several names ("pat", "steve") keep the first."""
    found: dict[str, str] = {}
    text = _LINES.strip().replace("\n", "|").replace("|bobby", " bobby")
    for line in text.split("|"):
        usual_form, *short = line.split()
        for form in short:
            found.setdefault(form, usual_form)
    return found


_USUAL = _table() | {"steven": "stephen", "johnathan": "jonathan", "jon": "jonathan"}


def usual(given: str) -> str:
    """The usual form of a given name: "bob" → "robert"; any other name as it is."""
    return _USUAL.get(given, given)
