"""Drives one Firefox for the tests by WebDriver BiDi, which needs no driver beside the browser.
Reads requests from standard input, a line of JSON each, and answers each with a line.

{"get": address}                     opens a page and waits until it is loaded
{"command": method, "with": {...}}   a command of the protocol, for the one tab there is
{"log": true}                        what the console has said since the last time
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile

import websocket

SETTINGS = {
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
    "dom.events.testing.asyncClipboard": True,
    # Scroll bars that lie on the page, as on phones and in the other browser.
    "widget.gtk.overlay-scrollbars.enabled": True,
}


class Firefox:
    def __init__(self, profile):
        with open(f"{profile}/user.js", "w") as file:
            for name, value in SETTINGS.items():
                file.write(f'user_pref("{name}", {json.dumps(value)});\n')
        program = next(path for path in map(shutil.which, ("firefox-esr", "firefox")) if path)
        self.process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--profile", profile,
             "--remote-debugging-port=0", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        address = next(match[0] for match in map(
            lambda line: re.search(r"ws://\S+", line), self.process.stderr) if match)
        # A page that does not answer fails its test instead of holding up all.
        self.socket = websocket.create_connection(
            f"{address}/session", timeout=120, suppress_origin=True)
        self.number, self.said = 0, []
        self.call("session.new", {"capabilities": {}})
        self.call("session.subscribe", {"events": ["log.entryAdded"]})
        # The first window never has the focus, so that keys press no button in it.
        self.tab = self.call("browsingContext.create", {"type": "window"})["context"]

    def call(self, method, parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        self.socket.send(json.dumps(request))
        while True:
            reply = json.loads(self.socket.recv())
            if reply.get("id") == self.number:
                break
            if reply.get("method") == "log.entryAdded":
                self.said.append(reply["params"]["text"])
        if reply["type"] == "error":
            raise RuntimeError(f"{reply['error']}: {reply['message']}")
        return reply["result"]

    def here(self, method):
        """How a command says that it means the tab."""
        if method == "script.evaluate":
            return {"target": {"context": self.tab}}
        return {} if method == "script.addPreloadScript" else {"context": self.tab}

    def answer(self, request):
        if "get" in request:
            self.call("browsingContext.navigate",
                      {"context": self.tab, "url": request["get"], "wait": "complete"})
            return None
        if "log" in request:
            said, self.said = self.said, []
            return said
        return self.call(request["command"], self.here(request["command"]) | request["with"])


def main():
    # Children of the process may write to the folder for a moment longer.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        firefox = Firefox(profile)
        try:
            for line in sys.stdin:
                try:
                    reply = {"value": firefox.answer(json.loads(line))}
                except Exception as problem:
                    reply = {"problem": str(problem)}
                print(json.dumps(reply), flush=True)
        finally:
            firefox.process.terminate()
            firefox.process.wait()


main()
