"""Drives one Chromium for the tests: reads requests from standard input, a line of JSON each, and
answers each with a line. It ends, with its browser, when the tests close the pipe.

{"get": address}                     opens a page and waits until it is loaded
{"command": method, "with": {...}}   a command of the DevTools protocol
{"log": true}                        what the console has said since the last time
"""

import json
import shutil
import socket
import sys

from selenium import webdriver
from selenium.webdriver.chrome.service import Service


def start():
    options = webdriver.ChromeOptions()
    names = ("chromium", "google-chrome", "chrome")
    options.binary_location = next(path for path in map(shutil.which, names) if path)
    # Root, as in containers, may not use the sandbox.
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
                     "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    browser.set_page_load_timeout(60)
    return browser


def answer(browser, request):
    if "get" in request:
        browser.get(request["get"])
        return None
    if "log" in request:
        return [entry["message"] for entry in browser.get_log("browser")]
    return browser.execute_cdp_cmd(request["command"], request["with"])


def main():
    # A page that does not answer fails its test instead of holding up all.
    socket.setdefaulttimeout(120)
    browser = start()
    try:
        for line in sys.stdin:
            try:
                reply = {"value": answer(browser, json.loads(line))}
            except Exception as problem:
                reply = {"problem": str(problem)}
            print(json.dumps(reply), flush=True)
    finally:
        browser.quit()


main()
