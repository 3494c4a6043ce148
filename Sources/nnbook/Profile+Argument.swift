public import ArgumentParser
public import Notebook

extension Profile: ExpressibleByArgument {}
