"""Pages as five kinds of houses build them: clean text, and what each states of itself.

The structure and the names of classes are our own, and so is all they say.
"""

from __future__ import annotations

import pytest

from sayso.model.document import Certainty, Document, FurnitureKind
from tests.read.made import document

LEAD = (
    "Halvern’s Foreign Minister Henrik Ostrel has accused Merouna of hiding the level of the Tollen"
    " reservoir, hours after its own gauge went silent for the second time in a week."
)
SAID = (
    "“They publish a figure in the morning and take it back at noon,” Ostrel told reporters in"
    " Istrand. “A river is not a rumour.”"
)
REPLY = (
    "Merouna’s Foreign Ministry rejected the charge and said in a statement that every reading had"
    " been shared with the joint commission since the first of March."
)
MORE = (
    "The two countries have quarrelled over the dam at Askrel since filling began last spring, and"
    " a commission of engineers from both banks has met eleven times without result."
)
REPORT = (LEAD, SAID, REPLY, MORE)
TITLE = "Ostrel accuses Merouna of hiding the level of Tollen"

BROADCASTER = f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE} | Rio Sur</title>
<meta property="og:site_name" content="Rio Sur"><meta property="og:title" content="{TITLE}">
</head><body><div class="top-strip"><ul class="live-links"><li>Live</li><li>Audio Only</li></ul>
<ul class="social-icons"><li><a href="#">google plus</a></li><li><a href="#">facebook</a></li></ul>
</div><div class="crumbs"><a href="/n">News</a> &gt; <a href="/w">World</a></div>
<div class="story"><h1 class="story-title">{TITLE}</h1>
<div class="slides"><figure><img src="a.jpg" alt="x"><figcaption>Henrik Ostrel (L) and Adela Corrin
(R) | Photo: Ocawire</figcaption></figure></div>
<p class="stamp">Published 10 March 2031</p><div class="story-text"><p>{LEAD}</p>
<p class="inline-link"><a href="/other">Engineers Declare the Askrel Dam Full and Sound</a></p>
<p>{SAID}</p><p>{REPLY}</p>
<p class="inline-link"><a href="/third">No Difference Between Corrin and Ostrel, Farmers Say</a></p>
<p>{MORE}</p></div></div><div class="comments-area">Post with no comments.</div></body></html>"""

STATE_AGENCY = f"""<!DOCTYPE html><html><head><title>{TITLE} - 04.03.2031, Meridian International
</title><meta property="og:site_name" content="Meridian International">
<meta property="article:published_time" content="20310304T1842+0300">
<link rel="canonical" href="https://meridian.example/20310304/tollen-level-1054.html"></head><body>
<div class="art"><div class="art__head"><h1>{TITLE}</h1></div>
<div class="art__photo"><img alt="Tollen gauge - Meridian International" src="t.jpg">
<div class="art__photo-info">© Meridian / Ilja Dorn</div></div>
<div class="art__body"><p>{LEAD}</p><p>{SAID}</p>
<div class="art__insert">
<a href="/a">READ MORE: Gauge 'Played Dead': Ex-Engineer on the Tollen Cable
</a></div><p>{REPLY}</p><p>{MORE}</p></div>
<div class="art__talk">To participate in the discussion<br>log in or register</div></div></body>
</html>"""

BROADSHEET = f"""<!DOCTYPE html><html><head><title>{TITLE} - The Oune Herald</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "{TITLE}", "datePublished": "2031-03-04T22:30:00+05:30",
"publisher": {{"@type": "Organization", "name": "The Oune Herald"}},
"author": [{{"@type": "Person", "name": "Mira Sand"}}]}}</script></head><body>
<article id="story-81"><h1 class="headline">{TITLE}</h1>
<div class="dateline-row">March 04, 2031 10:30 pm | Updated 10:30 pm IST - ISTRAND:</div>
<div class="lead-picture"><img src="o.jpg">
<p class="caption">Foreign Minister Henrik Ostrel.</p></div>
<div class="story-body"><p>{LEAD}</p><p>{SAID}</p>
<blockquote class="pull-quote">A river is not a rumour</blockquote>
<p>{REPLY}</p><h4>Eleven meetings</h4><p>{MORE} — Ocawire, HANA</p></div></article>
<div class="member-box"><h3>Sign in to unlock member-only benefits!</h3><ul>
<li>Access 10 free stories every month</li><li>Save stories to read later</li></ul></div>
<div class="comments"><h3>Comments</h3><p>Comments have to be in English, and in full sentences.
They cannot be abusive or personal. Please abide by our community guidelines for posting your
comments.</p>
</div></body></html>"""

INSTITUTE = f"""<html><head><title>Centre for River Basin Studies</title></head><body>
<table class="letterhead"><tr><td>NEHIR</td></tr><tr><td>CENTRE FOR</td></tr>
<tr><td>RIVER BASIN STUDIES</td></tr></table>
<div class="item"><h1>{TITLE.upper()}</h1><p class="when">- 11.03.2031</p>
<p><b>OCN, 10 Mar 2031</b></p>
<p>{LEAD}</p><p>{SAID}</p>
<div class="player-title"><a href="/v">Corrin: We thank the engineers for their patience</a></div>
<div class="player-time">2:36 PM ET Thu, 6 March 2031 | 01:55</div>
<p>{REPLY}</p><p>{MORE}</p><p>Kaynak/Source:</p></div></body></html>"""

AGENCY = f"""<!DOCTYPE html><html><head><title>{TITLE} - World - HANA</title>
<meta property="og:site_name" content="HANA"><meta name="author" content="HANA">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}",
"datePublished": "2031-03-04T12:54:11Z"}}</script></head><body>
<a class="back" href="/news">All news</a><div class="headrow"><time datetime="2031-03-04T12:54:11Z">
4 Mar, 15:54</time><h1>{TITLE}</h1>
<h2 class="standfirst">According to the minister, the readings are taken back at noon</h2></div>
<div class="textblock"><p>ISTRAND, March 4. /HANA/. {LEAD}</p><p>{SAID}</p>
<p>{REPLY}</p><p>{MORE}</p></div><div class="tags"><a href="/t">Merouna</a></div></body></html>"""

STANDFIRST = "According to the minister, the readings are taken back at noon"
HEADING = "Eleven meetings"  # of a part of the report, and as much of it as the rest

HOUSES = {
    "broadcaster": BROADCASTER,
    "state agency": STATE_AGENCY,
    "broadsheet": BROADSHEET,
    "institute": INSTITUTE,
    "agency": AGENCY,
}


def _read(name: str) -> Document:
    return document(HOUSES[name].encode(), f"{name}.html")


def _report(found: Document) -> list[str]:
    """The lines that are neither furniture nor headline."""
    marked = {item.span.start for item in found.furniture}
    lines, at = [], 0
    for line in found.text.splitlines(keepends=True):
        if (
            line.strip()
            and at not in marked
            and (not found.title_span or at != found.title_span.start)
        ):
            lines.append(line.strip())
        at += len(line)
    return lines


@pytest.mark.parametrize("name", HOUSES)
def test_the_report_is_left_and_nothing_else(name: str) -> None:
    left = [line.removeprefix("ISTRAND, March 4. /HANA/. ") for line in _report(_read(name))]
    left = [line.removesuffix(" — Ocawire, HANA") for line in left]
    assert [line for line in left if line not in (STANDFIRST, HEADING)] == list(REPORT)


@pytest.mark.parametrize("name", HOUSES)
def test_the_headline_is_known(name: str) -> None:
    title = _read(name).title
    assert title is not None
    assert title.casefold() == TITLE.casefold()


@pytest.mark.parametrize(
    ("name", "outlet", "day", "time", "byline", "credits", "repost"),
    [
        ("broadcaster", "Rio Sur", "2031-03-10", None, None, (), None),
        ("state agency", "Meridian International", "2031-03-04", "18:42+03:00", None, (), None),
        (
            "broadsheet",
            "The Oune Herald",
            "2031-03-04",
            "22:30+05:30",
            "Mira Sand",
            ("Ocawire", "HANA"),
            None,
        ),
        ("institute", "Centre for River Basin Studies", "2031-03-11", None, None, (), "OCN"),
        ("agency", "HANA", "2031-03-04", "12:54Z", None, ("HANA",), None),
    ],
)
def test_what_each_states(
    name: str,
    outlet: str,
    day: str,
    time: str | None,
    byline: str | None,
    credits: tuple[str, ...],  # noqa: A002 - as the field is called
    repost: str | None,
) -> None:
    found = _read(name)
    assert found.published is not None
    assert (found.outlet, found.published.iso, found.published_time) == (outlet, day, time)
    assert (found.byline, found.credits, found.repost_of) == (byline, credits, repost)


def test_how_sure_the_day_is() -> None:
    assert _read("state agency").published_certainty is Certainty.AGREED  # tag and address
    assert _read("broadcaster").published_certainty is Certainty.STATED


def test_pull_quotes_are_furniture_of_their_own_kind() -> None:
    found = _read("broadsheet")
    pulled = [item for item in found.furniture if item.kind is FurnitureKind.PULL_QUOTE]
    assert [item.span.cut(found.text) for item in pulled] == ["A river is not a rumour"]
