// The module's only declaration, `LiveModule`, is written by the build-tool plugin of that name
// from Experiments, what Experiments imports, and Live/.
