"""The encoder that ships, on invented reports: what is plain comes out, oddities break nothing.

Only what no usable model may miss is asked for; how good it is in general, scoring runs tell.
"""

from __future__ import annotations

from functools import cache, partial
from itertools import pairwise

import pytest

from sayso.attribute.tagger import attribute
from sayso.model.attribution import Attribution, Quotation
from sayso.model.parsed import Parsed
from sayso.parse import parse
from sayso.parse.encoder import Encoder
from sayso.parse.names import mentions
from tests.attribute.scores import document
from tests.markup import marked


@cache
def encoder() -> Encoder:
    return Encoder(threads=1)


def _found(text: str) -> tuple[Parsed, tuple[Attribution, ...]]:
    encoding = encoder().encode(text)
    parsed = parse(document(text), mentions(encoding))
    return parsed, attribute(parsed, encoding, partial(encoder().ties, encoding))


PLAIN = [
    "[source:Ana Corrin] [cue:said] [content:the bridge over the Oune would stay shut until June].",
    "[content:“The bridge will stay shut until June,”] [source:Ana Corrin] [cue:said] on Monday.",
    '[content:"We have no money for a new bridge,"] [cue:said] [source:Bo Vell], the mayor.',
    "[content:The bridge was shut on Monday], [cue:according to] [source:the harbour office].",
    "[source:The ministry] [cue:announced] that [content:the ferry would sail again in spring].",
    "[source:Officials] [cue:believe] [content:the fire began in the old mill].",
    "[source:He] [cue:told] reporters that [content:nobody had been hurt in the fire].",
    "[source:Police] [cue:said] [content:two men had been arrested near the market].",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_attributions_are_found(text: str) -> None:
    plain, places = marked(text)
    _, found = _found(plain)
    assert len(found) == 1
    (one,) = found
    (source,), (cue,), (content,) = (places[role] for role in ("source", "cue", "content"))
    assert one.source is not None
    assert one.cue is not None
    assert source[0] <= one.source.start < one.source.end <= source[1] + 12, "a title may stay"
    assert one.cue.start < cue[1]
    assert one.cue.end > cue[0]
    own = {at for span in one.content for at in range(span.start, span.end)}
    theirs = set(range(*content))
    assert 2 * len(own & theirs) >= len(own | theirs)


REPORT = """Bridge stays shut

ORVANE, March 3. The bridge over the Oune was built two hundred years ago. It is made of stone.

“The bridge will stay shut until June,” said Ana Corrin, who heads the harbour office.

“We have looked at every stone of it, and not one of them can be trusted.”

Bo Vell denied that the town had known about the damage.
"""


def test_a_report() -> None:
    parsed, found = _found(REPORT)
    text = parsed.document.text
    sources = [one.source.cut(text) if one.source else "" for one in found]
    assert [source.split(",")[0] for source in sources] == ["Ana Corrin", "Bo Vell"]
    corrin, vell = found
    assert corrin.quotation is Quotation.DIRECT
    assert "not one of them" in " ".join(span.cut(text) for span in corrin.content)
    assert vell.quotation is Quotation.INDIRECT
    assert vell.cue is not None
    assert vell.cue.cut(text) == "denied"


def test_a_report_without_attribution_has_none() -> None:
    text = "The bridge over the Oune was built two hundred years ago. It is made of grey stone."
    assert _found(text)[1] == ()


def test_names() -> None:
    names = {one.span.cut(REPORT): one.label for one in mentions(encoder().encode(REPORT))}
    assert names.get("Ana Corrin") == "PER"
    assert "Bo Vell" in names


def test_the_same_text_gives_the_same() -> None:
    assert _found(REPORT)[1] == _found(REPORT)[1]


TABLE = "Name\tOffice\tYear\n" + "Ana Corrin\tHarbour\t2031\nBo Vell | Mayor | 2032\n" * 20
POEM = "O bridge,\n  said the river,\nyou are shut;\n\n  and the river\n    said no more.\n" * 5
CODE = 'def said(who: str) -> str:\n    return f"{who!r} said: \\"{who}\\""  # "why?"\n' * 15
ODD = {
    "empty": "",
    "white space": " \n\t\u00a0\u2003\n",
    "a sentence of 10,000 words": "Officials said the bridge was shut and " * 1428 + "left.",
    "no full stop": "officials said the bridge was shut " * 30,
    "all capitals": "OFFICIALS SAID THE BRIDGE WAS SHUT. “WE WILL STAY,” ANA CORRIN SAID. " * 5,
    "a table": TABLE,
    "a poem": POEM,
    "code": CODE,
    "right to left": "אמר ראש העיר: “הגשר סגור”. \u202eوقال الوزير إن الجسر مغلق\u202c. " * 5,
    "zero width": "Offi\u200bcials\u200d said\ufeff the bridge\u2060 was shut\u00ad. " * 10,
    "10,000 quotation marks": "\"“”'" * 2500,
    "10,000 marks around words": '"Shut" ' * 5000,
    "a word of 200,000 characters": "a" * 200_000,
    "many characters without spaces": "said" * 20_000 + "橋" * 300 + "." * 5_000,
    "combining marks": "e\u0301\u0302" * 200 + " said it was shut.",
    "emoji and surrogates": "👩‍👩‍👧 said 🏴 \ud83d it was shut. \x00\x1b[0m",
    "line ends of all kinds": "Ana said\r\nit\x0bwas\x0cshut\u2028for\u2029good\x85and all.\r",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_input_breaks_nothing(text: str) -> None:
    parsed, found = _found(text)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        for span in (one.source, one.cue, *one.content):
            assert span is None or span.cut(text).strip(), "every place holds words"
        assert all(left.end <= right.start for left, right in pairwise(one.content))
    for mention in parsed.mentions:
        assert mention.span.cut(text).strip()


def test_cues_reach_their_own_window() -> None:
    encoding = encoder().encode("Officials said the bridge was shut. " * 120)
    assert len(encoding.windows) > 1
    for start, end in encoding.windows:
        (reach,) = encoder().ties(encoding, [start + 1])
        assert (reach[0], reach[1].shape) == (start, (end - start, 4))
    last = len(encoding) - 1
    far, near = encoder().ties(encoding, [last, 0])
    assert (far[0], near[0]) == (encoding.windows[-1][0], 0), "in the order that was asked for"


def test_pairs_of_mentions() -> None:
    encoding = encoder().encode(REPORT)
    spans = [one.span for one in mentions(encoding)][:3]
    chances = encoder().same(encoding, [(spans[0], other) for other in spans])
    assert all(0 <= chance <= 1 for chance in chances)
    assert encoder().same(encoding, []) == []
