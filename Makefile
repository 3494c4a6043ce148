# `make report` and `make test` do everything on a fresh machine with a Swift toolchain.

PREFIX ?= /usr/local
SWIFT ?= swift
NNBOOK := .build/release/nnbook
PEERS ?= $(HOME)/.cache/nnbook/peers
RELEASE := build -c release
ifeq ($(shell uname),Linux)
# The executable then runs where there is no toolchain, and starts in half the time.
RELEASE += --static-swift-stdlib
endif
SOURCES := Package.swift Sources Live Plugins Tests Benchmarks

.PHONY: help deps build report test consumer bench lint format install clean

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

deps: ## Install the system packages and data sets that are missing
	@scripts/install-dependencies
	@scripts/install-datasets || echo "nnbook: goes on without MNIST" >&2

build: deps ## Build the release executable, live engine included
	$(SWIFT) $(RELEASE) --product nnbook

report: build ## Render Notebooks/ into Output/
	$(NNBOOK) render Notebooks
	$(NNBOOK) render Notebooks/first-look.md --output-dir Output
	@echo "Open $(CURDIR)/Output/site/index.html"

test: deps ## Build and run all tests
	@scripts/install-browser-tests || echo "nnbook: goes on without the browser tests" >&2
	$(SWIFT) test --disable-xctest

consumer: deps ## Check that a bare package can use the libraries
	@scripts/check-consumer

bench: build ## Measure beside PyTorch, JAX and Jupyter
	$(SWIFT) $(RELEASE) --product nnbench
	@Benchmarks/run $(PEERS)

lint: ## Check the format of all Swift files
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

format: ## Format all Swift files in place
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

install: build ## Install nnbook below PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(NNBOOK) $(DESTDIR)$(PREFIX)/bin

clean: ## Remove what was built
	$(SWIFT) package clean
