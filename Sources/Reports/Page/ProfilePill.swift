/// Writes the stamp of a reduced profile: nobody may mistake a quick run for a full one.
enum ProfilePill {
  /// The stamp, or nothing for a full run.
  static func html(_ provenance: Provenance) -> HTML {
    provenance.profile.map { "<span class=\"pill\">\($0)</span> " } ?? ""
  }
}
