"""Made-up names are exchanged for others, alike in all claims of a quarrel."""

from __future__ import annotations

import random

from sayso.eval.quarrels import Quarrel
from sayso.train.judge_names import Pools, countries, exchanged

POOLS = Pools((("Austria", "Austrian"),), (("Ada", "Lund"),), ("Bremen",))


def quarrel(**claims: str) -> Quarrel:
    names = [
        (("Kolmia", "Kolmian", "Kolmians"), "country"),
        (("Colonel Tolke Marrin", "Marrin"), "person"),
        (("Velm",), "town"),
    ]
    return Quarrel("q", "war", names, {k: {"text": v} for k, v in claims.items()})


def test_all_forms_of_a_name_change_alike() -> None:
    made = exchanged(
        quarrel(
            A="a Kolmian shell fell on Velm, Colonel Tolke Marrin told Kolmia's radio",
            B="Marrin said that the Kolmians had left Velmar",
        ),
        POOLS,
        random.Random(1),
    )
    assert made.claims["A"]["text"] == (
        "an Austrian shell fell on Bremen, Colonel Ada Lund told Austria's radio"
    )
    assert made.claims["B"]["text"] == "Lund said that the Austrians had left Velmar"


def test_a_quarrel_without_names_stays() -> None:
    plain = Quarrel("q", "war", [], {"A": {"text": "a bridge fell"}})
    assert exchanged(plain, POOLS, random.Random(1)) is plain


def test_countries_have_an_adjective_that_takes_an_s() -> None:
    found = dict(countries())
    assert found["Norway"] == "Norwegian"
    assert len(found) > 100
