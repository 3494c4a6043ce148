import Testing

/// Reports in a real browser. The suites below share one Chromium, so they run one after another.
@Suite(
  "In the browser", .serialized,
  .enabled(
    if: Installation.found != nil,
    "Chromium or its tools are not installed; scripts/install-browser-tests installs them"))
struct BrowserTests {}
