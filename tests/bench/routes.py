"""What the desk is asked: every page and every question of the API, each with many arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice, product
from typing import Any
from urllib.parse import quote

Get = Callable[[str], Any]
"""Asks the API for a path; what its JSON holds."""

OF_WORK = ("/jobs/{number}", "/api/jobs/{number}")
"""Routes that answer only while something is being added."""
SLOWLY = ("/wording", "/coverage", "/timeline", "/pictures/{kind}.svg")
"""Pages of the whole case, which a large one works out beside the answering."""
_CUES = ("say", "claim", "accuse", "deny", "admit", "confirm", "ask", "demand", "promise", "warn")


@dataclass(frozen=True, slots=True)
class Asked:
    """Some addresses of one route. route: as the app calls it. name: with what is asked."""

    route: str
    name: str
    paths: tuple[str, ...]

    def some(self, count: int) -> list[str]:
        """So many of them, from the first again where there are fewer."""
        return list(islice(cycle(self.paths), count))


def everything(get: Get) -> list[Asked]:
    """All that is asked of a case, told by its API."""
    return [one for one in (*_pages(get), *_questions(get)) if one.paths]


def _asked(route: str, name: str, paths: Iterable[str]) -> Asked:
    return Asked(route, name, tuple(paths))


def _pages(get: Get) -> Iterator[Asked]:
    numbers = get("/api/numbers")
    documents, claims, claimers, ties, groups = _ids(get)
    words = _words(get)

    def through(path: str, total: int, size: int) -> list[str]:
        """Pages of a list: near its beginning, in its middle, at its end."""
        last = max(-(-total // size), 1)
        joint = "&" if "?" in path else "?"
        return [f"{path}{joint}page={1 + last * n // 100}" for n in range(100)]

    yield _asked("/", "", ["/"])
    yield _asked("/documents", "", through("/documents", numbers["documents"], 50))
    yield _asked("/documents/{made}", "", (f"/documents/{made}" for made in documents))
    yield _asked(
        "/documents/{made}", "one claim beside another", (
            f"/documents/{one['document']}?claim={tie['left']}&beside={tie['right']}"
            for tie in ties[:40] for one in [get(f"/api/claims/{tie['left']}")]
        ),
    )  # fmt: skip
    yield _asked("/documents/{made}/original", "", (f"/documents/{d}/original" for d in documents))
    yield _asked("/claims", "", through("/claims", numbers["claims"], 50))
    yield _asked("/claims", "one word", (f"/claims?search={word}" for word in words))
    yield _asked(
        "/claims",
        "two words",
        (f"/claims?search={a}+{b}" for a, b in product(words[:10], words[:10])),
    )
    yield _asked("/claims", "by name", (f"/claims?by={quote(c['name'])}" for c in claimers))
    yield _asked("/claims", "by claimer", (f"/claims?claimer={c['id']}" for c in claimers))
    facets = get("/api/facets")
    yield _asked(
        "/claims",
        "by outlet",
        (f"/claims?outlet_is={quote(one['value'])}" for one in facets["outlet"]),
    )
    yield _asked(
        "/claims", "by month",
        (f"/claims?since={m['value']}&until={m['value']}&sort=newest" for m in facets["month"]
         if m["value"] != "-"),
    )  # fmt: skip
    yield _asked(
        "/claims", "by cue and score",
        (f"/claims?cue_class={c}&min_score=0.{n}&sort=unsure" for c in _CUES for n in range(10)),
    )  # fmt: skip
    yield _asked(
        "/claims", "open", through("/claims?checked=open&sort=unsure", numbers["claims"], 50)
    )
    yield _asked("/claims/{made}", "", (f"/claims/{made}" for made in claims))
    yield _asked("/claimers", "", through("/claimers", numbers["claimers"], 50))
    yield _asked(
        "/claimers", "by name", (f"/claimers?name={quote(c['name'].split()[-1])}" for c in claimers)
    )
    yield _asked("/claimers/{made}", "", (f"/claimers/{c['id']}" for c in claimers))
    disputes = get("/api/relations?kind=denies&kind=refuting&kind=mirrors&limit=1")["total"]
    yield _asked("/disputes", "", through("/disputes", disputes, 20))
    yield _asked("/ties", "", through("/ties", numbers["ties"], 20))
    yield _asked(
        "/ties", "open", through("/ties?checked=open&kind=same_utterance&sort=unsure", disputes, 20)
    )
    yield _asked("/ties/{made}", "", (f"/ties/{tie['id']}" for tie in ties))
    yield _asked("/utterances", "", through("/utterances", max(len(groups), 1), 15))
    yield _asked("/utterances/{made}", "", (f"/utterances/{ids[-1]}" for ids in groups))
    yield _asked("/review", "", ["/review", "/review?what=ties", "/review?what=claims"])
    yield _asked("/find/{subject:path}", "", (f"/find/{made}" for made in claims))
    for page in ("/wording", "/coverage", "/timeline"):
        yield _asked(page, "", [f"{page}?page={n}" for n in range(1, 101)])
    yield _asked("/timeline", "one clock", [f"/timeline?clock={c}" for c in ("said", "printed")])
    kinds = ("disputes", "relays", "coverage", "timeline")
    yield _asked("/pictures/{kind}.svg", "", [f"/pictures/{kind}.svg" for kind in kinds])
    few = [f"outlet_is={quote(one['value'])}" for one in facets["outlet"][-4:]]
    yield _asked("/claims.csv", "an outlet", (f"/claims.csv?{one}" for one in few))
    yield _asked("/claims.jsonl", "an outlet", (f"/claims.jsonl?{one}" for one in few))
    for page in ("/history", "/bookmarks", "/add", "/login", "/favicon.ico"):
        yield _asked(page, "", [page])
    yield _asked("/static/{name}", "", ["/static/desk.css", "/static/desk.js"])


def _questions(get: Get) -> Iterator[Asked]:
    numbers = get("/api/numbers")
    documents, claims, claimers, ties, groups = _ids(get)
    words = _words(get)
    yield _asked("/api/numbers", "", ["/api/numbers"])
    yield _asked("/api/openapi.json", "", ["/api/openapi.json"])
    for name, of in (
        ("documents", "documents"), ("claims", "claims"), ("claimers", "claimers"),
        ("relations", "ties"),
    ):  # fmt: skip
        each = [f"/api/{name}?offset={numbers[of] * n // 100}" for n in range(100)]
        yield _asked(f"/api/{name}", "", each)
    steps = [f"/api/utterances?offset={len(groups) * n // 100}" for n in range(100)]
    yield _asked("/api/utterances", "", steps)
    yield _asked("/api/documents/{made}", "", (f"/api/documents/{made}" for made in documents))
    yield _asked(
        "/api/documents/{made}/claims", "", (f"/api/documents/{made}/claims" for made in documents)
    )
    yield _asked("/api/claims", "words", (f"/api/claims?search={word}" for word in words))
    yield _asked("/api/claims/{made}", "", (f"/api/claims/{made}" for made in claims))
    yield _asked("/api/claimers/{made}", "", (f"/api/claimers/{c['id']}" for c in claimers))
    yield _asked("/api/relations/{made}", "", (f"/api/relations/{tie['id']}" for tie in ties))
    yield _asked("/api/facets", "", ["/api/facets"])
    yield _asked("/api/facets", "words", (f"/api/facets?search={word}" for word in words))
    yield _asked("/api/search", "", (f"/api/search?words={word}" for word in words))
    yield _asked("/api/review", "", ["/api/review"])
    for name in ("problems", "history", "remarks", "jobs"):
        yield _asked(f"/api/{name}", "", [f"/api/{name}"])


def _ids(get: Get) -> tuple[list[str], list[str], list[Any], list[Any], list[Any]]:
    """Documents, claims, claimers, ties and utterances from all parts of the case, up to 100."""
    numbers = get("/api/numbers")

    def spread(name: str, total: int) -> list[Any]:
        step = max(total // 10, 1)
        found = [
            one
            for n in range(10)
            for one in get(f"/api/{name}?offset={min(step * n, max(total - 10, 0))}&limit=10")[
                name.partition("?")[0]
            ]
        ]
        return list({one["id"]: one for one in found}.values())

    documents = [one["id"] for one in spread("documents", numbers["documents"])]
    claims = [one["id"] for one in spread("claims", numbers["claims"])]
    claimers = spread("claimers", numbers["claimers"] // 20)  # those with much to show
    groups = get("/api/utterances?limit=1000")
    return documents, claims, claimers, spread("relations", numbers["ties"]), groups


def _words(get: Get) -> list[str]:
    """A hundred words that are said in the case, some often and some seldom."""
    told = get("/api/claims?limit=200&sort=newest")["claims"]
    found = {word for one in told for part in one["content"] for word in part["text"].split()}
    return sorted(word for word in found if word.isalpha() and word.isascii() and len(word) > 3)[
        :100
    ]
