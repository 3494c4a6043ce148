import Notebook
import NotebookRunner
import Reports

extension NotebookRun {
  /// A diagnostic for each claim that does not hold: an error, in a quick run a warning.
  var failedClaims: [Diagnostic] {
    blocks.filter { !$0.isErrorAllowed }.flatMap { $0.checks }.filter { !$0.holds }.map {
      diagnostic(of: $0)
    }
  }

  private func diagnostic(of check: ClaimCheck) -> Diagnostic {
    let wording = ClaimWording(check)
    let remarks = [
      wording.reason, notebook.variant.isEmpty ? nil : "in the variant \(notebook.variantName)",
      forgivesClaims ? "claims are made for the full profile" : nil,
    ].compactMap { $0 }
    return Diagnostic(
      path: notebook.path(of: check.claim.position), position: check.claim.position,
      severity: forgivesClaims ? .warning : .error,
      message: "claim fails: \(check.claim.text), measured \(wording.measured)",
      note: remarks.joined(separator: "; "))
  }
}
