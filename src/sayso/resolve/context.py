"""Medium, addressee, place and time of a claim, from the clause around its cue.

An outlet that interviews is the addressee; the medium is then "interview", unless the text names a
platform.

Only words outside the content are read: what somebody says of Monday or Paris is not when and where
it was said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.document import When
from sayso.model.span import Evidence, Span
from sayso.resolve.dates import Dated, dated
from sayso.resolve.occasion import may_tell, occasion
from sayso.resolve.places import PlaceKind, place
from sayso.resolve.register import Register
from sayso.resolve.tokens import words_in

_NEAR = 40  # pieces of content before a place that can still reach it
_GO_ON = re.compile(r"(?: \w+){0,2}(?: that\b|:)")
_SLIPPED = 90  # characters of the content that may belong to the cue
_REACH = 160  # characters on each side of the cue
_FAR = 400  # the same, for an occasion at the head of the sentence
_PLATFORMS = (
    "Facebook|Twitter|Instagram|Telegram|YouTube|TikTok|WhatsApp|LinkedIn|Weibo|Truth Social"
    "|Snapchat|Reddit|Mastodon|Bluesky|Threads|VKontakte|VK|WeChat|Signal"
)
_PLATFORM = re.compile(
    r"\b(?i:on|via|to|over|in)\s+(?:\w+[’']s\s+|[a-z]+\s+){0,4}?"
    rf"(?P<it>{_PLATFORMS}|X(?=[\s,.]))\b"
)
_MEDIA = (
    "statement|interview|news conference|press conference|briefing|press release|speech|address"
    "|letter|memo|email|e-mail|phone call|telephone call|blog post|op-ed|column|video|testimony"
    "|report|remarks|filing|lawsuit|court documents|broadcast|televised address|conference call"
    "|hearing|debate|rally|post|tweet|tweets|podcast|article|communique|communiqué"
)
_MEDIUM = re.compile(
    r"\b(?i:in|at|during|by|through|via|on)\s+(?:an?|the|his|her|its|their|this)?\s*"
    rf"(?P<it>(?:(?:[\w.-]+)\s+){{0,2}}?(?:{_MEDIA}))\b"
)
_INTERVIEW = re.compile(r"\b(?P<it>interview) (?:with|to)\b")  # where its "in an" is out of reach
_WIRES, _TWEETS = "telephone|phone|email|e-mail|video link", "tweeted|retweeted|tweet|tweets"
_BY_WIRE = re.compile(rf"\bby (?P<it>{_WIRES})\b")
_TWEETED = re.compile(rf"\b(?P<it>{_TWEETS})\b", re.I)
_TELLS = "told|telling|tells|tell|informed|assured|reminded|warned|briefed|addressing"
_SPEAKS, _SPOKEN = "speaking|spoke|talking|talked", "remarks|statement"
_TOLD = re.compile(
    rf"(?i:\b(?:{_TELLS}|interview (?:with|to)|(?:{_SPEAKS}) (?:to|with)|(?:{_SPOKEN}) to))\s+"
    r"(?P<it>[^,;:.()\"“”\n\x00]{2,70})"
)
# Most clauses hold none of these words, and need no closer look.
_OF_MEDIA = frozenset(words_in(f"{_PLATFORMS}|X|{_MEDIA}|{_WIRES}|{_TWEETS}"))
_OF_LISTENERS = frozenset(words_in(f"{_TELLS}|{_SPEAKS}|{_SPOKEN}|interview"))
_PRONOUN = re.compile(
    r"^(?:him|her|them|me|us|you|it|himself|herself|that|how|to|of|about|in|at|on)\b", re.I
)
_STOP = re.compile(
    r"\s+(?:that|on|in|at|during|after|before|when|while|by|for|as|from|outside|this|last|late|early"
    r"|how|why|what|who|yesterday|today|via|he|she|they|it|there|to)\b|\s+(?:[A-Z][a-z]+day)\b"
)
_LEAD = re.compile(
    r"^(?:(?:an?|the|his|her|its|their|our|some)\s+)?"
    r"(?:(?:[A-Z][\w’'-]+\s+)?(?:[a-z][\w-]*\s+){0,3}(?:outlet|newspaper|agency|broadcaster|channel"
    r"|magazine|website|station|network|radio|daily|weekly|tabloid|service|television)\s+)(?=[A-Z])"
)
_ARTICLE = re.compile(r"^(?:an?|the|his|her|its|their)\s+", re.I)
_OBJECT = re.compile(  # "the United States on Tuesday of …": the day is that of the accusing
    r"(?:the )?(?:[A-Z][\w.’'-]*\s+(?:(?:of|and|the)\s+)*){1,6}"
    r"(?P<it>(?:on |late on |early on )?(?:last )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|yesterday|today))\s+(?:of|that|to|for)\b"
)
_WHERE = re.compile(r"\b(?:in|at|from|near|outside)\s+(?=[A-Z])")
_GOES_ON = re.compile(
    r"[’']s\b|\s+(?!(?:on|at|in|that|before|after|during|and|as|for|when|where|while|to|by|with"
    r"|following|ahead|last|this|late|early)\b)[a-z]+\b"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a claim; each field points to its words. amiss: of its date, a sentence."""

    medium: Evidence | None = None
    addressee: Evidence | None = None
    place: Evidence | None = None
    occasion: Evidence | None = None
    said: When | None = None
    amiss: str | None = None

    def or_else(self, other: Context) -> Context:
        """This, with what it lacks taken from another claim of the same breath."""
        return Context(
            self.medium or other.medium,
            self.addressee or other.addressee,
            self.place or other.place,
            self.occasion or other.occasion,
            self.said or other.said,
            self.amiss,
        )


class Surroundings:
    """Reads contexts in one document. contents: all reported words, which are not looked at."""

    def __init__(self, register: Register, contents: Sequence[Span]) -> None:
        self.parsed = register.parsed
        self.labels = register.labels
        self.sentences = register.sentences
        self.contents = sorted(contents)
        self._starts = [content.start for content in self.contents]

    def of(self, attribution: Attribution, document: Span | None) -> Context:
        """document: the source's own words where it is a statement, a post or the like."""
        clause = self._clause(attribution)
        if clause is None:
            return Context(medium=self._evidence(document))
        start, words = clause
        held = words_in(words)
        of_media = not _OF_MEDIA.isdisjoint(held)
        spoken = self._medium(words, start) if of_media else None
        opening = self._opening(attribution)
        spoken = spoken or self._leading(opening, _PLATFORM) or self._leading(opening, _MEDIUM)
        tweeted = self._cut(words, start, _TWEETED) if of_media else None
        said = self._said(words, opening)
        return Context(
            spoken or self._evidence(document) or tweeted,
            None if _OF_LISTENERS.isdisjoint(held) else self._addressee(words, start),
            self._place(words, start),
            self.occasion(attribution),
            said.when,
            said.amiss,
        )

    def _said(self, words: str, opening: Span) -> Dated:
        published = self.parsed.document.published
        found = dated(words, published)
        if found != Dated():
            return found
        aside = _OBJECT.match(self.parsed.document.text, opening.start, opening.end)
        return dated(aside["it"], published) if aside else found

    def _opening(self, attribution: Attribution) -> Span:
        """The first words of the content, which the cue's own may have slipped into ("wrote on her
        page that …")."""
        content = attribution.content[0]
        return Span(content.start, min(content.end, content.start + _SLIPPED))

    def _leading(self, opening: Span, pattern: re.Pattern[str]) -> Evidence | None:
        text = self.parsed.document.text
        match = pattern.match(text, opening.start, opening.end)
        if match is None or _GO_ON.match(text, match.end()) is None:
            return None
        return self._evidence(Span(match.start("it"), match.end("it")))

    def occasion(self, attribution: Attribution) -> Evidence | None:
        """What it was said at, before or after."""
        anchor = attribution.cue or attribution.source
        sentence = self.sentences.at(anchor.start) if anchor else None
        text = self.parsed.document.text
        if sentence is None or not may_tell(sentence.cut(text)):
            return None
        clause = self._clause(attribution, _FAR)
        if clause is None or not may_tell(clause[1]):
            return None
        start, words = clause
        inside = Span(start, start + max(1, len(words)))
        cue, source = (
            Span(span.start - start, span.end - start) if span and inside.covers(span) else None
            for span in (attribution.cue, attribution.source)
        )
        found = occasion(words, cue, source)
        return self._evidence(Span(start + found.start, start + found.end)) if found else None

    def _clause(self, attribution: Attribution, reach: int = _REACH) -> tuple[int, str] | None:
        """The sentence of the cue with all reported words blanked out, and where it begins."""
        anchor = attribution.cue or attribution.source
        sentence = self.sentences.at(anchor.start) if anchor else None
        if anchor is None or sentence is None:
            return None
        start = max(sentence.start, anchor.start - reach)
        end = min(max(sentence.end, anchor.end), anchor.end + reach)
        near = self.contents[max(0, bisect_left(self._starts, end) - _NEAR) :]
        near = near[: bisect_left(near, Span(end, end + 1))]
        for around in near:  # what stands in another's words is told of in these
            if around.covers(anchor) and around not in attribution.content:
                start, end = max(start, around.start), min(end, around.end)
        words = self.parsed.document.text[start:end]
        for content in near:
            if content.end <= start:
                continue
            mine = content in attribution.content
            if mine or not content.covers(anchor):
                blank = "\x00" if mine else "\n"
                low, high = max(content.start, start) - start, min(content.end, end) - start
                words = words[:low] + blank * (high - low) + words[high:]
        low, high = anchor.start - start, anchor.end - start
        words = words[:low] + anchor.cut(self.parsed.document.text) + words[high:]
        return _nearest(start, words, anchor)

    def _medium(self, words: str, start: int) -> Evidence | None:
        ways = (_PLATFORM, _MEDIUM, _BY_WIRE, _INTERVIEW)
        return next((found for way in ways if (found := self._cut(words, start, way))), None)

    def _addressee(self, words: str, start: int) -> Evidence | None:
        match = _TOLD.search(words)
        if match is None or _PRONOUN.match(match["it"]):
            return None
        named = _STOP.split(match["it"], maxsplit=1)[0].rstrip()
        lead = _LEAD.match(named) or _ARTICLE.match(named)
        offset = lead.end() if lead else 0
        named = named[offset:]
        if not named.strip() or len(named.split()) > 7:
            return None
        at = start + match.start("it") + offset
        return self._evidence(Span(at, at + len(named)))

    def _place(self, words: str, start: int) -> Evidence | None:
        text = self.parsed.document.text
        for match in _WHERE.finditer(words):
            at = start + match.end()
            inside = [m for m in self.labels.within(Span(at, at + 1)) if m.label == "LOC"]
            if inside and not _GOES_ON.match(text, inside[0].span.end):
                return self._evidence(inside[0].span)
            name = re.match(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)?", text[at : at + 40])
            found = place(name.group()) if name else None
            if name and found and found.kind in (PlaceKind.NAME, PlaceKind.CAPITAL):
                return self._evidence(Span(at, at + name.end()))
        return None

    def _cut(self, words: str, start: int, pattern: re.Pattern[str]) -> Evidence | None:
        match = pattern.search(words)
        if match is None:
            return None
        return self._evidence(Span(start + match.start("it"), start + match.end("it")))

    def _evidence(self, span: Span | None) -> Evidence | None:
        document = self.parsed.document
        return Evidence.cut(document.id, document.text, span) if span else None


def _nearest(start: int, words: str, anchor: Span) -> tuple[int, str]:
    """Of the stretches between reported words, the one that holds the cue, and a short lead
    ("Speaking in Paris, …") where the sentence has one."""
    left = words.rfind("\n\n", 0, anchor.start - start) + 1
    right = words.find("\n\n", anchor.end - start)
    right = right if right >= 0 else len(words)
    own = words.rfind("\x00", left, right)
    if own >= anchor.end - start:  # behind the content, up to the next comma
        comma = re.search(r"[,;:.–—]", words[own:right])
        right = own + comma.start() if comma else right
    return start + left, words[left:right]
