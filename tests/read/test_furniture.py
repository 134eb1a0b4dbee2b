"""What is not the report is marked with its kind, and the report is left alone.

Inputs mark furniture as `[kind:words]`; all else must stay unmarked.
"""

from __future__ import annotations

import pytest

from sayso.read import read_text
from tests.markup import marked

REPORT = (
    "The mayor of Ostry said on Monday that the old bridge would stay closed until spring.",
    "“We have looked at every bolt,” she told the council. “Some of them looked back.”",
    "Her rival disputed that and promised to open the bridge within a week of the election.",
)


def _kinds(text: str) -> list[tuple[str, str]]:
    document = read_text(text).document
    assert document is not None
    return [(item.kind.value, item.span.cut(text)) for item in document.furniture]


def _check(draft: str) -> None:
    text, places = marked(draft)
    wanted = [(start, end, kind) for kind, spans in places.items() for start, end in spans]
    found = [(kind, cut) for kind, cut in _kinds(text)]
    assert found == [(kind, text[start:end]) for start, end, kind in sorted(wanted)]


def _within(line: str) -> str:
    """A report with a line between its paragraphs."""
    return "\n\n".join(["Old bridge stays closed", REPORT[0], line, *REPORT[1:]])


@pytest.mark.parametrize(
    "line",
    [
        "[related:READ MORE: Ferryman ‘never saw’ the second barge]",
        "[related:See also: Ferryman never saw the second barge]",
        "[related:More:Ferryman never saw the second barge]",
        "[related:Ferryman Never Saw the Second Barge, Say Friends]",
        "[related:FERRYMAN NEVER SAW THE SECOND BARGE]",
        "[related:Who Saw the Second Barge on the Oster?]",
        "[related:The long night of the second barge Read more]",
        "[related:2:36 PM ET Thu, 7 Sept 2027 | 01:55]",
        "[caption:© Courant / Ann Orr]",
        "[caption:The bridge at dawn. Photo: Courant/A. Orr]",
        "[caption:The bridge at dawn on Friday. (Ann Orr/Courant)]",
        "[caption:FILE PHOTO: The bridge at dawn, March 28, 2028. OCN/Ann Orr/File Photo]",
        "[caption:Mayor Dana Vell (L) and her rival Otto Brand (R)]",
        "[navigation:ADVERTISEMENT]",
        "[navigation:News > Bridges]",
        "[share:Share this: Perch | Email | Print]",
        "[paywall:Sign up for our morning newsletter.]",
        "[paywall:This article is for subscribers only]",
        "[paywall:Already a subscriber? Log in]",
        "[label:Closed doors]",
        "[share:Have a tip? Write to desk@courant.example and follow her on Perch.]",
        "[share:Reach the reporter on Twitter at https://courant.example/orr.]",
        "[share:Like this story? Share it with a friend!]",
        "[share:206 comments 896 shares]",
        "[label:3 hours ago]",
        "[paywall:Subscribe now for unlimited access to our reporting.]",
        "[paywall:This copy is for your personal, non-commercial use only. To order more, write.]",
        "[paywall:If you enjoyed this article, join the Courant.]",
        "[paywall:Get Barge Monthly delivered through your letterbox every month.]",
        "[related:Also on courant.example Ferryman never saw the second barge]",
        "[caption:The bridge at dawn. (credit: Courant/Ann Orr)]",
        "[pull_quote:“looked at every bolt,” she told the council]",
        "[label:0 / 0]",
        "[label:___]",
        "[label:Источник новости]",
        "[label:Kaynak/Source:]",
        "[label:© 2029 Ostry Courant. All rights reserved.]",
        "[label:Updated at 7:33 p.m. ET]",
    ],
)
def test_lines_that_are_furniture(line: str) -> None:
    _check(_within(line))


@pytest.mark.parametrize(
    "line",
    [
        "He said:",
        "The New Mayor Added:",
        "“No!”",
        "“I can walk.”",
        "“A town of ferrymen”",
        "— Anna Orr (@annaorr) 4 March 2029",
        "“WE NEVER TOUCHED THAT BRIDGE,” he tweeted",
        "“We need more boats.” — Anna Orr (@annaorr) 4 March 2029",
        "Comments by the mayor drew laughter from the back of the hall.",
        "She asked reporters to follow her to the pier.",
        "Share prices of the builder fell by a third.",
        "He was a member of the council (R) and knew the bridge.",
        "The state took photo/video evidence, she said.",
        "Related companies were not told.",
        "Live rounds were found below the bridge.",
        "Subscribers of the theatre were angry.",
        "According to the council, the bridge is safe",
        "Have a look at the bolts, she told the council, and then tell me about it again.",
        "She asked him to contact the builders on Monday at the latest, and he did.",
        "The mayor does not believe that the bridge is beyond repair",
        "Dana Vell and Otto Brand Met the Prince of Ostry in Marlow on Monday.",
    ],
)
def test_lines_of_the_report(line: str) -> None:
    _check(_within(line))


def test_a_page_from_top_to_bottom() -> None:
    _check(f"""[share:• Live]
  [share:• facebook]
[navigation:News > World]

Old bridge stays closed, says mayor

  [caption:• Mayor Dana Vell (L) and her rival Otto Brand (R)]

[label:Published 10 December 2027]

{REPORT[0]}

[related:Ferryman Never Saw the Second Barge, Say Friends]

{REPORT[1]}
[caption:Old bridge - Oster International]
[related:Prince Told About the Total Collapse of the Barge]
{REPORT[2]}

[related:Most read]
  [related:• Prince opens a bakery]

[paywall:Sign in to unlock member-only benefits!]
  [paywall:• Read 10 free stories every month]
[paywall:Sign in]

[comments:Comments]

[comments:Comments have to be in full sentences. They cannot be abusive or personal.]
[comments:rower12]
[comments:My grandmother says that the bridge was never open at all.]""")


def test_a_line_said_twice_is_a_caption_or_a_teaser() -> None:
    caption = "[caption:Mayor Dana Vell of Ostry.]"
    teaser = "[related:Prince: We thank the ferrymen for their help]"
    body = "\n\n".join([caption, caption, REPORT[0], teaser, teaser, *REPORT[1:]])
    _check(f"Old bridge stays closed\n\n{body}")


def test_a_refrain_is_no_caption() -> None:
    _check("\n\n".join(["Old bridge stays closed", *[REPORT[0]] * 5, REPORT[1]]))


def test_a_picture_described_below_the_headline() -> None:
    caption = "[caption:The mayor of Ostry speaks to reporters at the bridge last March.]"
    _check("\n\n".join(["OLD BRIDGE STAYS CLOSED", caption, *REPORT]))


def test_a_standfirst_is_no_caption() -> None:
    standfirst = "Mayor holds that the bridge was never safe, and had no plan for it"
    _check("\n\n".join(["Old bridge stays closed", standfirst, *REPORT]))


def test_a_paragraph_broken_in_two_is_no_teaser() -> None:
    broken = ['"Or is it a clever move to drive the ferrymen out of town by making them', 'wait?"']
    _check("\n\n".join([REPORT[0], "[related:READ MORE: A Barge]", *broken, *REPORT[1:]]))


def test_where_links_are_marked_other_lone_lines_are_links_too() -> None:
    lone = "Inside the builders’ secret lodge, with sauna and casino"
    head = ["Old bridge stays closed", REPORT[0]]
    _check("\n\n".join([*head, lone, *REPORT[1:]]))
    many = ["READ MORE: A barge is missing", lone, REPORT[1], f"{lone} today", REPORT[2]]
    assert len(_kinds("\n\n".join([*head, *many]))) == 1
    both = ["[related:READ MORE: A barge is missing]", REPORT[1], f"[related:{lone}]", REPORT[2]]
    _check("\n\n".join([*head, *both]))


def test_a_list_behind_a_colon_is_of_the_report() -> None:
    _check("\n\n".join([REPORT[0], "The mayor has three plans:", "Mend the Bridge", "Buy a Boat",
                        "Open the Old Ford Below the Castle", *REPORT[1:]]))  # fmt: skip


def test_names_that_come_again_say_who_speaks() -> None:
    talk = ["Ann Orr", REPORT[0], "Dana Vell", REPORT[1], "Ann Orr", REPORT[2], "Dana Vell"]
    _check("\n\n".join(["A talk with the mayor of Ostry", *talk, REPORT[0]]))


def test_a_word_about_comments_in_the_first_half_ends_nothing() -> None:
    _check("\n\n".join(["Old bridge stays closed", "[comments:3 comments]", *REPORT]))
