"""The feeds of a case, looked at again and again, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sayso.adding import AddReport, Progress
from sayso.fetch import Fetcher, is_address
from sayso.link.groups import groups, independent, ways
from sayso.links import Links
from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.errors import UsageError
from sayso.model.relation import RelationKind, Verdict
from sayso.model.trace import Problem
from sayso.store import Store, Writer, moment, now
from sayso.versions import versions
from sayso.view.digest import Digest, Gained, edited, gained, grouped, new_claims

_AGAIN_FOR = timedelta(days=7)  # pages are looked at again, for edits, in their first days


class Watch:
    """The feeds of a case. path: of the case; store: reads it; add: as `Case.add`."""

    def __init__(
        self, path: Path, store: Callable[[], Store], add: Callable[..., AddReport]
    ) -> None:
        self._path, self._store, self._add = path, store, add

    def feeds(self) -> list[str]:
        """Those that are watched."""
        return self._store().feeds()

    def follow(self, *feeds: str, drop: Sequence[str] = ()) -> list[str]:
        """Watch feeds from now on, and others no longer; all that are watched.

        Raises UsageError for a feed to drop that is not watched, and for what is no address.
        """
        for url in feeds:
            if not is_address(url):
                raise UsageError(f"{url} is no address; feeds begin with http:// or https://")
        with Writer.hold(self._path) as writer:
            for url in feeds:
                writer.follow(url)
            for url in drop:
                if not writer.unfollow(url):
                    raise UsageError(f"{url} is not watched; see sayso watch CASE --list")
            return writer.feeds()

    def poll(
        self, *, fetcher: Fetcher | None = None, progress: Progress | None = None
    ) -> tuple[AddReport, Digest]:
        """Look at the feeds once, add what is new; what was done, and what is new.

        Raises UsageError where no feed is watched, and what `Case.add` raises.
        """
        fetcher, since = fetcher or Fetcher(), moment()
        asked = sources(self._store(), fetcher.manners.revisit)
        done = self._add(*asked, fetcher=fetcher, progress=progress)
        return done, digest(self._store(), since, done.problems)

    def digest(self, since: str) -> Digest:
        """What is new since a moment: an ISO day or time, UTC. Asks nothing of the net."""
        return digest(self._store(), since)


def sources(store: Store, revisit: float, at: datetime | None = None) -> list[str]:
    """What to ask for in one round: the feeds, and pages that are due to be looked at again.

    revisit: seconds between two looks at a page.
    Raises UsageError where no feed is watched.
    """
    feeds = store.feeds()
    if not feeds:
        raise UsageError("no feeds are watched; name one with --feed URL")
    at = at or datetime.now(UTC)
    due = store.pages_to_see(_iso(at - _AGAIN_FOR), _iso(at - timedelta(seconds=revisit)))
    return list(dict.fromkeys([*feeds, *due]))


def digest(store: Store, since: str, problems: tuple[Problem, ...] = ()) -> Digest:
    """What is new in a case since a moment. problems: met on the way, to be told with it."""
    links = _links(store)
    came = store.came_since(since)
    pages = [(page.page, edit) for page in versions(store) for edit in page.edits]
    edits = [(page, edit) for page, edit in pages if edit.after.document.id in came]
    fresh = [claim for claim in links.claims.values() if claim.document in came]
    told = new_claims(fresh, edits)
    new = frozenset(claim.id for claim in told)
    denials = [
        one for one in links.of("denies", rejected=False) if one.left in new or one.right in new
    ]
    return Digest(
        since=since,
        until=now(),
        documents=len(came),
        claims=grouped(told, links.documents),
        denials=Links(denials, links.claims, links.documents, links.decided).rows(),
        gained=_gained(links, came),
        edits=tuple(edited(page, edit) for page, edit in edits),
        gone=tuple((url, at) for url, at, _ in store.gone() if at >= since),
        problems=problems,
    )


def _gained(links: Links, came: set[str]) -> tuple[Gained, ...]:
    """Utterances that were known, and that a new document has from somebody else."""
    found = list[Gained]()
    for group in groups(list(links.claims), links, links.decided):
        claims = [links.claims[made] for made in group.claims]
        known = [claim for claim in claims if claim.document not in came]
        if known and len(known) < len(claims):
            before, after = (_heard(links, some) for some in (known, claims))
            if after > before:
                new = frozenset(claim.id for claim in claims if claim.document in came)
                found.append(gained(before, after, claims, new, links.documents))
    return tuple(found)


def _heard(links: Links, claims: list[Claim]) -> int:
    return independent(ways(claims, links.documents, links))


def _links(store: Store) -> Links:
    claims: Mapping[str, Claim] = {claim.id: claim for claim, _ in store.claims()}
    documents: Mapping[str, Document] = {one.id: one for one in store.documents()}
    decided = store.verdicts()
    kinds = (RelationKind.SAME_UTTERANCE, RelationKind.DENIES, RelationKind.RELAYS)
    found = store.relations(kinds)
    kept = [one for one in found if decided.get(one.id) is not Verdict.REJECTED]
    return Links(kept, claims, documents, decided)


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
