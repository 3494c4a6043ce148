import FlyingFox
import Foundation

/// Answers the requests to a preview.
struct PreviewHandler: HTTPHandler {
  /// Where the stream of events is.
  static let events = "/events"

  private let shelf: PageShelf
  private let guardian: RequestGuard

  /// Answers from `shelf`, to requests that name `port`.
  init(shelf: PageShelf, port: UInt16) {
    self.shelf = shelf
    guardian = RequestGuard(port: port)
  }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard guardian.allows(host: request.headers[.host]) else {
      return refusal(.forbidden, "This preview answers to 127.0.0.1 and localhost only.")
    }
    guard request.method == .GET || request.method == .HEAD else {
      var response = refusal(.methodNotAllowed, "A preview can only be read.")
      response.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return response
    }
    let path = request.target.path(percentEncoded: false)
    if path == Self.events, request.method == .GET { return events }
    let isHead = request.method == .HEAD
    if let page = shelf.page(at: path) {
      return response(page.html, type: "text/html; charset=utf-8", isHead: isHead)
    }
    guard let file = shelf.file(at: path), let content = file.content else {
      return refusal(.notFound, "There is no such page in this preview.")
    }
    var response = response(content.data, type: content.type, isHead: isHead)
    // A document of the project is not a page of ours: it has no share in the preview's origin.
    if case .disk = file, content.type.contains(/html|xml/) {
      response.headers[HTTPHeader("Content-Security-Policy")] = "sandbox"
    }
    return response
  }

  private var events: HTTPResponse {
    HTTPResponse(
      statusCode: .ok, headers: headers(type: "text/event-stream; charset=utf-8"),
      body: HTTPBodySequence(from: shelf.openStream()))
  }

  private func response(_ body: Data, type: String, isHead: Bool) -> HTTPResponse {
    var headers = headers(type: type)
    headers[.contentLength] = "\(body.count)"
    let body = isHead ? Data() : body
    return HTTPResponse(
      statusCode: .ok, headers: headers,
      body: HTTPBodySequence(data: body, suggestedBufferSize: max(1, body.count)))
  }

  private func refusal(_ status: HTTPStatusCode, _ words: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: headers(type: "text/plain; charset=utf-8"),
      body: Data((words + "\n").utf8))
  }

  /// Nothing is kept, shown in a frame or read by pages from elsewhere.
  private func headers(type: String) -> HTTPHeaders {
    [
      .contentType: type,
      .cacheControl: "no-store",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Referrer-Policy"): "no-referrer",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("X-Frame-Options"): "DENY",
    ]
  }
}
