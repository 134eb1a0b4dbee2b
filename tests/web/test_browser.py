"""A person at the desk: the same ways as the tests of HTTP, with a browser, keys and a mouse."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.web.app import create_app
from sayso.web.settings import Settings
from tests.cli.conftest import FIRST

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

CHROMIUM = os.environ.get("SAYSO_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None,
    reason="no Chromium on this machine (Debian: apt-get install chromium, or name one in"
    " SAYSO_CHROMIUM); the tests of HTTP go the same ways",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        made = play.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
            ],
        )
        yield made
        made.close()


@contextmanager
def served(case: Path) -> Iterator[str]:
    """A desk that listens, as `sayso serve` opens it; its address."""
    import uvicorn

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        config = uvicorn.Config(
            create_app(Settings(case, port=port, who="Ada")), log_level="warning", ws="none"
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def desk(case: Path) -> Iterator[str]:
    with served(case) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which any error of a script, and whatever the policy forbids, is a failure."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    made = context.new_page()
    errors = list[str]()
    made.on("pageerror", lambda error: errors.append(str(error)))
    made.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
    made.set_default_timeout(60_000)
    yield made
    context.close()
    assert [one for one in errors if "net::ERR_FAILED" not in one] == []


def verdict_of(page: Page, subject: str) -> str:
    return page.locator(f'.verdict[data-subject="{subject}"] .now').inner_text()


def mark(page: Page, words: str) -> None:
    """Select words of the report as a mouse would."""
    found = page.evaluate(
        """words => {
            const walk = document.createTreeWalker(
                document.querySelector("#report .text"), NodeFilter.SHOW_TEXT);
            for (let node; (node = walk.nextNode());) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(node, at, node, at + words.length);
                return true;
            }
            return false;
        }""",
        words,
    )
    assert found, words
    page.wait_for_timeout(50)


def test_read_search_filter_and_open_a_dispute(desk: str, page: Page) -> None:
    page.goto(desk)
    page.keyboard.press("/")
    page.keyboard.type("lorries")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims?search=lorries")
    assert page.locator("mark.found").inner_text() == "lorries"
    page.get_by_label("without search lorries").click()
    page.get_by_role("link", name="deny", exact=True).click()
    page.wait_for_url("**cue_class=deny**")
    assert page.locator("article.claim").count() == 1
    page.get_by_role("link", name="Disputes").click()
    page.wait_for_url("**/disputes")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ties/r*")
    assert "both on the bridge" in page.locator("main").inner_text()


def test_decide_and_undo_by_keyboard_and_find_it_kept(desk: str, page: Page, case: Path) -> None:
    page.goto(f"{desk}/review?what=claims")
    page.keyboard.press("j")
    subject = page.evaluate("document.activeElement.id")
    page.keyboard.press("y")
    page.get_by_role("status").filter(has_text="Confirmed").wait_for()
    assert verdict_of(page, subject) == "confirmed"
    page.keyboard.press("n")
    page.get_by_role("status").filter(has_text="Rejected").wait_for()
    page.keyboard.press("z")
    page.get_by_role("status").filter(has_text="Taken back").wait_for()
    page.goto(f"{desk}/claims?checked=confirmed")
    assert page.locator("article.claim").get_attribute("id") == subject
    page.goto(f"{desk}/history")
    assert page.locator(".deeds li").count() == 3
    with served(case) as again:
        page.goto(f"{again}/claims?checked=confirmed")
        assert page.locator("article.claim").get_attribute("id") == subject


def test_correct_words_and_speaker_by_marking_them(desk: str, page: Page) -> None:
    page.goto(f"{desk}/claims?by=corrin")
    page.get_by_role("link", name="in the text").click()
    page.get_by_role("link", name="correct claim 1").click()
    page.locator("#correct").wait_for()

    mark(page, "the bridge over the Oune")
    page.get_by_role("button", name="Marked words (3)").click()
    start = FIRST.index("the bridge over the Oune")
    assert page.locator("#fix-content").input_value() == f"{start}-{start + 24}"
    assert page.locator("#fix-content + button + button + output").inner_text() == (
        "the bridge over the Oune"
    )
    mark(page, "Henrik Ostrel")
    page.get_by_role("button", name="Marked words (5)").click()
    page.get_by_role("button", name="Keep the correction").click()
    page.get_by_role("status").filter(has_text="Corrected").wait_for()
    page.goto(f"{desk}/claims?search=bridge+over")
    article = page.locator("article.claim").first
    assert "Henrik Ostrel" in article.inner_text()
    assert "the bridge over the Oune" in article.locator(".words").inner_text()
    assert "corrected" in article.locator(".verdict").inner_text()


def test_write_a_claim_by_marking_words_and_take_it_back(desk: str, page: Page) -> None:
    page.goto(f"{desk}/claims?by=corrin")
    page.get_by_role("link", name="in the text").click()
    page.locator("#report").wait_for()
    mark(page, "stay shut until")
    page.keyboard.press("w")
    page.wait_for_url("**write=1**")
    start = FIRST.index("stay shut until")
    assert page.locator("#fix-content").input_value() == f"{start}-{start + 15}"
    mark(page, "until")
    page.keyboard.press("1")
    mark(page, "asked")
    page.keyboard.press("2")
    mark(page, "Henrik Ostrel")
    page.keyboard.press("5")
    page.get_by_role("button", name="Keep the claim").click()
    page.get_by_role("status").filter(has_text="a claim that you wrote").wait_for()
    card = page.locator("article.card").filter(has_text="written by hand")
    assert "Henrik Ostrel" in card.inner_text()
    assert page.locator("#report .ref.here").count() == 1
    assert page.locator("#correct").count() == 0
    page.goto(f"{desk}/history")
    page.get_by_role("button", name="Undo").click()
    page.locator(".deeds li").nth(1).wait_for()
    page.goto(f"{desk}/claims?checked=corrected")
    assert page.locator("article.claim").count() == 0


def test_write_a_claim_without_script(desk: str, browser: Browser) -> None:
    """By the words as they are printed."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk}/claims?by=corrin")
    page.get_by_role("link", name="in the text").click()
    page.get_by_role("link", name="Write a claim that nothing found").click()
    page.get_by_label("What is said").fill("stay shut until summer")
    page.get_by_label("Cue").first.fill("said")
    page.get_by_label("Who says it").fill("Jon Pellas")
    page.get_by_role("button", name="Keep the claim").click()
    assert "a claim that you wrote" in page.get_by_role("status").inner_text()
    page.goto(f"{desk}/claims?by=pellas")
    assert "stay shut until summer" in page.locator("article.claim .words").inner_text()
    context.close()


def test_add_a_report_and_see_how_far_it_is(desk: str, page: Page) -> None:
    page.goto(f"{desk}/add")
    file: FilePayload = {
        "name": "road.txt",
        "mimeType": "text/plain",
        "buffer": b"Jon Pellas said the road is closed.\n",
    }
    page.set_input_files("#files", file)
    page.locator("#text").fill("Marta Dole said the ferry sails.")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("2 documents added").wait_for()
    page.goto(f"{desk}/claims?by=pellas")
    page.reload()
    assert page.locator("article.claim").count() == 1


def test_all_keys_are_told_and_moving_stays_within(desk: str, page: Page) -> None:
    page.goto(f"{desk}/claims")
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    for key in "kkjjjjjj":
        page.keyboard.press(key)
    last = page.locator("article.claim").last.get_attribute("id")
    assert page.evaluate("document.activeElement.id") == last
    page.keyboard.press("b")
    page.get_by_role("status").filter(has_text="Bookmarked").wait_for()


def test_a_desk_that_went_away_is_told(case: Path, page: Page) -> None:
    """Nothing is shown as kept that was not."""
    with served(case) as address:
        page.goto(f"{address}/review?what=claims")
        page.keyboard.press("j")
        subject = page.evaluate("document.activeElement.id")
        page.route("**/decide", lambda route: route.abort())
        page.keyboard.press("y")
        page.get_by_role("status").filter(has_text="Not kept").wait_for()
        assert verdict_of(page, subject) == ""
        page.goto("about:blank")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/claims",
        "/review",
        "/disputes",
        "/claimers",
        "/documents",
        "/utterances",
        "/wording",
        "/coverage",
        "/timeline",
        "/add",
    ],
)
def test_no_page_is_wider_than_the_window(desk: str, page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(desk + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_reading_needs_no_script(desk: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk}/claims")
    page.get_by_role("link", name="in the text").first.click()
    page.locator(".ref").first.click()
    assert page.url.partition("#")[2].startswith("card-")
    page.get_by_role("button", name="Confirm").first.click()
    assert "Confirmed" in page.get_by_role("status").inner_text()
    context.close()
