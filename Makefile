# The commands of the house. `make help` lists them; each sets up what is missing first.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build test check check-all demo samples deb bench map snapshots fuzz clean

SAMPLES := Samples/lantern-fair.html Samples/home-care.txt
SECONDS := 60
TARGET := all

help: ## Lists the commands.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## Installs the system packages that are missing (the list is packages.txt).
	@tools/setup build

build: setup ## Builds the programs in release.
	@swift build -c release

test: setup ## Runs all tests.
	@swift test --disable-xctest

check: setup ## The gate: format, build, the walls of the house, all tests.
	@tools/check

check-all: check ## The gate, the tests again in release with 200 crashes and all scans, a minute of fuzzing for each target.
	@PLUMBLINE_CRASHES=200 PLUMBLINE_SCANS=all swift test -c release -Xswiftc -enable-testing --scratch-path .build/check-all \
	  --disable-xctest 2>&1 | tail -n 1
	@$(MAKE) --no-print-directory fuzz SECONDS=60 TARGET=all

demo: setup ## Builds, and serves an invented county at http://127.0.0.1:8680 until Ctrl-C.
	@test -x .build/release/plumbline || echo "First build: about 10 minutes on two cores, then the address appears here."
	@swift build -c release --product plumbline-reader 2>&1 | tail -n 1
	@swift build -c release --product plumbline 2>&1 | tail -n 1
	@exec .build/release/plumbline demo

samples: setup ## Builds, reads the two sample forms that come with the sources, shows records and findings.
	@swift build -c release --product plumbline-reader 2>&1 | tail -n 1
	@swift build -c release --product plumbline 2>&1 | tail -n 1
	@.build/release/plumbline import $(SAMPLES)

deb: setup ## Builds a package for Debian and Ubuntu with programs, service and settings: .build/plumbline_*.deb
	@tools/setup package
	@packaging/build-deb

bench: setup ## Prints throughput and memory, beside the usual Python readers where they are installed.
	@swift build -c release --product plumbline-reader 2>&1 | tail -n 1
	@swift build -c release --product plumbline 2>&1 | tail -n 1
	@swift build -c release --product bench 2>&1 | tail -n 1
	@.build/release/bench

map: ## Shows the rooms by floor with their lines.
	@awk -F '"' '/^  (room|system|shim|program)\(|^    "[A-Za-z-]+", in:/ { for (i = 2; i < NF; i++) \
	  if ($$(i) ~ /^[A-Za-z-]+$$/ && $$(i + 1) ~ /in: $$/) print $$(i + 2), $$(i) }' Package.swift | \
	while read -r wing room; do \
	  code=$$(cat Sources/$$wing/$$room/*.{swift,h} 2>/dev/null | wc -l || true); \
	  tests=$$(cat Tests/$$wing/$${room}Tests/*.swift 2>/dev/null | wc -l || true); \
	  echo "$$wing $$room $$code $$tests"; \
	done | awk '$$1 != wing { wing = $$1; printf "%s\n", wing } \
	  { printf "  %-22s %6d lines %6d of tests\n", $$2, $$3, $$4; code += $$3; tests += $$4 } \
	  END { printf "%-24s %6d lines %6d of tests\n", "All", code, tests }'

snapshots: setup ## Writes the recorded texts (help, reference) anew; look at the difference before you commit.
	@PLUMBLINE_SNAPSHOTS=record swift test --disable-xctest --filter Snapshot 2>&1 | tail -n 1

fuzz: setup ## Fuzzes the parsers: make fuzz SECONDS=600 TARGET=values (or all).
	@tools/fuzz "$(TARGET)" "$(SECONDS)"

clean: ## Removes what was built.
	@rm -rf .build .fuzz
