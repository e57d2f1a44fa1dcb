"""The pages in a real browser: the query page answers, and nothing is asked of anybody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait
from view.browser import CHROMIUM, DRIVER, complaints, open_browser, requests

from eventgraph import serve

BUNDLE = Path(serve.__file__).parent / "assets" / "query.js"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"),
]


def test_a_ready_question_is_answered_in_the_browser(address: str, tmp_path: Path) -> None:
    with open_browser(tmp_path / "profile") as browser:
        online = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        browser.execute_cdp_cmd("Network.emulateNetworkConditions", online)
        wait = WebDriverWait(browser, 60)
        browser.get(f"{address}id/person/eva-berg")
        assert browser.find_element(By.TAG_NAME, "mark").text.startswith("Eva Berg met Jan Olsen")
        browser.get(f"{address}query")
        choice = Select(browser.find_element(By.ID, "which"))
        choice.select_by_visible_text("Who met whom, and when?")
        if BUNDLE.is_file():
            wait.until(lambda b: "Jan Olsen" in b.find_element(By.CSS_SELECTOR, ".yasr table").text)
            browser.find_element(By.CSS_SELECTOR, ".select_picture").click()
            wait.until(lambda b: len(b.find_elements(By.CSS_SELECTOR, "svg.picture circle")) == 2)
            browser.find_element(By.CSS_SELECTOR, ".select_table").click()
            person = browser.find_element(By.CSS_SELECTOR, "fieldset:enabled [name=person]")
            person.send_keys("Nobody", Keys.ENTER)
            wait.until(lambda b: "No data available" in b.find_element(By.CSS_SELECTOR, ".yasr").text)
        else:
            query = browser.find_element(By.ID, "query")
            wait.until(lambda _: "eg:Meeting" in str(query.get_attribute("value")))
        asked = [url for url in requests(browser) if not url.startswith(("data:", "blob:"))]
        assert asked and all(url.startswith(address) for url in asked)
        assert complaints(browser) == []
        since = browser.find_element(By.CSS_SELECTOR, "fieldset:enabled [name=since]")
        since.send_keys("soon", Keys.ENTER)
        wait.until(lambda b: "'soon' is no date" in b.find_element(By.ID, "told").text)
