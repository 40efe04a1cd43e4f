# leafset: `make help` lists what can be made.

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory
ifeq ($(MAKELEVEL),0)
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
MAKEFLAGS += -j$(JOBS)
endif

ifeq ($(origin CC),default)
CC := gcc
endif
CFLAGS  ?= -O2 -g
LDFLAGS ?=
PREFIX  ?= /usr/local
DESTDIR ?=
DEPS    ?= yes
OUT     := out

# A variant (the tests' builds with -Werror and with sanitizers) has its own folder.
VARIANT ?=
DIR     := $(OUT)$(if $(VARIANT),/$(VARIANT))
OBJ     := $(DIR)/obj
BIN     := $(DIR)/bin/leafset
VARIANT_CFLAGS ?=

comma := ,

WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wswitch-enum -Wstrict-prototypes \
            -Wmissing-prototypes -Wshadow -Wno-overlength-strings
STANDARD := -std=c11 -D_GNU_SOURCE

SOURCES  := $(sort $(wildcard src/*/*.c src/*/*/*.c))
OBJECTS  := $(SOURCES:src/%.c=$(OBJ)/%.o)
UNITS    := $(sort $(wildcard tests/unit/test_*.c))
UNIT_BIN := $(UNITS:tests/unit/%.c=$(DIR)/unit/%)
MAN      := src/cli/leafset.1

# What cannot be built from here needs no libraries: clean, help, lint and the like.
GOALS  := $(or $(MAKECMDGOALS),all)
NO_LIB := clean help lint layering check check-long check-faults check-debian12 check-debian13 bench \
          coverage fuzz look deb container
ifneq ($(filter-out $(NO_LIB),$(GOALS)),)
include $(OBJ)/config.mk
endif

ALL_CFLAGS = $(STANDARD) $(WARNINGS) -Isrc -I$(OBJ)/gen $(PKG_CFLAGS:-I%=-isystem %) \
             $(CPPFLAGS) $(CFLAGS) $(VARIANT_CFLAGS)
LINK_FLAGS = -Wl,--as-needed $(CFLAGS) $(VARIANT_CFLAGS) $(LDFLAGS)
LINK_LIBS  = $(PKG_LIBS) -lm -lpthread -ldl

Q := $(if $(V),,@)
SAY = $(if $(V),@:,@printf '%-5s %s\n')

.PHONY: all bin leaflets units fuzzers install uninstall clean help lint layering check check-long \
        check-faults check-rules check-debian12 check-debian13 bench bless coverage fuzz look deb \
        container compile_commands.json FORCE

all: leaflets

bin: $(BIN)

leaflets: $(BIN)
	$(Q)$(BIN) build -o $(OUT)/leaflets content

# The probe runs on every build (a tenth of a second); make starts again only when it changed.
$(OBJ)/config.mk: FORCE
	@CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' DEPS='$(DEPS)' sh src/install-deps.sh build $@

# Written anew only when a flag changes, so that every object follows the flags.
$(OBJ)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(CC) $(ALL_CFLAGS) | $(LINK_FLAGS) $(LINK_LIBS) $(LOADED)' | cmp -s - $@ || \
	 printf '%s\n' '$(CC) $(ALL_CFLAGS) | $(LINK_FLAGS) $(LINK_LIBS) $(LOADED)' >$@

# Built into the tool: the sRGB profile as numbers for an array; the faces as rows of a table; the
# names of the libraries that are loaded while running.
BYTES  = od -An -v -tu1 $< | sed 's/^ *//; s/  */,/g; s/$$/,/' >$@
ROWS   = sed -e '/^\#/d' -e 's/^\([^|]*|\)\{4\}[^|]*$$/&|/' -e 's/|/", "/g' -e 's/.*/{"&"},/' $< >$@
GENERATED := $(addprefix $(OBJ)/gen/,srgb_icc.inc font_manifest.inc libraries.inc)

$(OBJ)/gen/srgb_icc.inc: $(SRGB_ICC) $(OBJ)/flags
	@mkdir -p $(@D)
	$(Q)$(BYTES)

$(OBJ)/gen/font_manifest.inc: fonts/manifest $(OBJ)/flags
	@mkdir -p $(@D)
	$(Q)$(ROWS)

$(OBJ)/gen/libraries.inc: Makefile $(OBJ)/flags
	@mkdir -p $(@D)
	$(Q){ printf '#define LIBRARY_%s "%s"\n' $(subst =, ,$(LOADED)); printf '#define LIBRARY_ALL'; \
	    printf ' "%s",' $(foreach pair,$(LOADED),$(lastword $(subst =, ,$(pair)))); echo; } >$@

$(OBJ)/%.o: src/%.c $(OBJ)/flags | $(GENERATED)
	@mkdir -p $(@D)
	$(SAY) CC $<
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BIN): $(OBJECTS) $(OBJ)/flags
	@mkdir -p $(@D)
	$(SAY) LINK $@
	$(Q)$(CC) $(LINK_FLAGS) -o $@ $(OBJECTS) $(LINK_LIBS)

# A unit test is one program, linked with what it needs of all but the command's main file.
LIBRARY := $(OBJ)/leafset.a

$(LIBRARY): $(filter-out $(OBJ)/cli/main.o,$(OBJECTS))
	$(Q)rm -f $@
	$(Q)ar rcs --thin $@ $^

units: $(UNIT_BIN)

# What is optimised and looked at is the library: the tests' own code is not, which takes a tenth of
# the compiler's time. They keep what watches the memory.
UNIT_CFLAGS := -O0 -g1 -fno-sanitize=undefined -fno-profile-arcs

$(UNIT_BIN:=.o): $(DIR)/unit/%.o: tests/unit/%.c $(OBJ)/flags | $(GENERATED)
	@mkdir -p $(@D)
	$(SAY) TEST $<
	$(Q)$(CC) $(ALL_CFLAGS) $(UNIT_CFLAGS) -MMD -MP -c -o $@ $<

$(UNIT_BIN): %: %.o $(LIBRARY)
	$(Q)$(CC) $(LINK_FLAGS) -o $@ $< $(LIBRARY) -lcmocka $(LINK_LIBS) $(LOADED_LIBS)

# The fuzz targets as one program, by the engine that drives them: `replay`, which gives them files,
# `grow`, which looks for slow ones, or `libfuzzer`, which takes clang and the flags of `make fuzz`.
FUZZ_ENGINE ?= replay
FUZZ_LINK   := $(if $(filter libfuzzer,$(FUZZ_ENGINE)),-fsanitize=fuzzer -Wl$(comma)--wrap=_exit)
ENGINES     := $(addprefix tests/fuzz/,replay.c grow.c libfuzzer.c)
FUZZ_OBJ    := $(patsubst tests/fuzz/%.c,$(DIR)/fuzz/%.o,$(filter-out $(ENGINES),\
                 $(sort $(wildcard tests/fuzz/*.c))) tests/fuzz/$(FUZZ_ENGINE).c)

fuzzers: $(DIR)/fuzz/$(FUZZ_ENGINE)

$(DIR)/fuzz/%.o: tests/fuzz/%.c $(OBJ)/flags | $(GENERATED)
	@mkdir -p $(@D)
	$(SAY) FUZZ $<
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(DIR)/fuzz/$(FUZZ_ENGINE): $(FUZZ_OBJ) $(LIBRARY)
	$(SAY) LINK $@
	$(Q)$(CC) $(LINK_FLAGS) $(FUZZ_LINK) -o $@ $(FUZZ_OBJ) $(LIBRARY) $(LINK_LIBS) $(LOADED_LIBS)

-include $(OBJECTS:.o=.d) $(UNIT_BIN:=.d) $(FUZZ_OBJ:.o=.d)

install: $(BIN)
	install -D -m 755 $(BIN) '$(DESTDIR)$(PREFIX)/bin/leafset'
	install -D -m 644 $(MAN) '$(DESTDIR)$(PREFIX)/share/man/man1/leafset.1'

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/leafset' '$(DESTDIR)$(PREFIX)/share/man/man1/leafset.1'

clean:
	rm -rf $(OUT) compile_commands.json

define HELP
make                    install what is missing, build out/bin/leafset, set the leaflets of
                        content/ into out/leaflets
make bin                only the tool
make install PREFIX=/usr/local [DESTDIR=]
make deb                a package for Debian, into out/package
make container          an image leafset:VERSION by podman, buildah or docker, without root
make check              all tests, at most 6 minutes
make check-long         more inputs, static analysis, clang's sanitizers
make check-faults       each request for memory and each system call fails once; kill -9, races and
                        power cuts (20 minutes)
make check-rules        precision and recall of the rules about language, on tests/rules
make coverage           which lines of src/ the quick tests run, a line a folder
make check-debian12     the same from a fresh clone in a fresh Debian 12 folder (root)
make check-debian13     the same for Debian 13
make bless CASE=name    write the expectations of a golden case anew
make fuzz MINUTES=n     libFuzzer (clang) on each target of tests/fuzz/, or on TARGET=name
make bench              leafset beside HTMLDOC, groff, Typst, WeasyPrint, make and Hugo, and beside
                        another build of itself (BEFORE=PATH); with BENCH=growth
                        how time and memory grow with the input, for hundreds of kinds of it;
                        BENCH=lines: how evenly lines are set, beside Typst and LuaTeX
make look               contact sheets of all pages (PNG) for the eye, into out/look
make lint               code style and layering
make layering           which folder includes which, and the figures of the house
make compile_commands.json
make clean

DEPS=no   never install a package         V=1      show the commands
CC, CFLAGS, LDFLAGS, DESTDIR, PREFIX      honoured
JOBS=N    commands at a time
endef

help:
	$(info $(HELP))
	@:

lint:
	@DEPS='$(DEPS)' tests/run lint

layering:
	@python3 -B tests/lib/house.py

check:
	@CC='$(CC)' DEPS='$(DEPS)' sh src/install-deps.sh build
	@DEPS='$(DEPS)' sh src/install-deps.sh check || [ -z "$(CI)" ]
	@tests/run all

check-long:
	@CC='$(CC)' DEPS='$(DEPS)' sh src/install-deps.sh build
	@DEPS='$(DEPS)' sh src/install-deps.sh check || [ -z "$(CI)" ]
	@DEPS='$(DEPS)' sh src/install-deps.sh long || [ -z "$(CI)" ]
	@tests/run --long all

check-faults:
	@CC='$(CC)' DEPS='$(DEPS)' sh src/install-deps.sh build
	@$(MAKE) bin VARIANT=check VARIANT_CFLAGS='-Werror -g1' DEPS=no
	@tests/run --long faults atomic

check-rules:
	@$(MAKE) bin DEPS='$(DEPS)'
	@python3 -B tests/lib/rules.py $(OUT)/bin/leafset

coverage:
	@CC='$(CC)' DEPS='$(DEPS)' sh src/install-deps.sh build
	@DEPS='$(DEPS)' sh src/install-deps.sh check || [ -z "$(CI)" ]
	@tests/lib/coverage.py

check-debian12:
	@tests/debian bookworm

check-debian13:
	@tests/debian trixie

fuzz:
	@DEPS='$(DEPS)' sh src/install-deps.sh fuzz
	@MAKE='$(MAKE)' DEPS='$(DEPS)' tests/fuzz/fuzz run $(or $(MINUTES),1) $(TARGET)

bench:
	@DEPS='$(DEPS)' sh src/install-deps.sh bench
	@$(MAKE) bin
	@tests/bench/bench $(BENCH)

look:
	@DEPS='$(DEPS)' sh src/install-deps.sh look
	@$(MAKE) bin
	@tests/look/look

deb:
	@DEPS='$(DEPS)' sh src/install-deps.sh build
	@DEPS='$(DEPS)' sh src/install-deps.sh package
	@sh src/package/deb.sh

container:
	@sh src/package/container.sh

bless: bin
	@tests/run --bless $(CASE)

compile_commands.json: $(OBJ)/flags
	@{ sep='['; for c in $(SOURCES) $(UNITS); do \
	  printf '%s\n{"directory":"%s","file":"%s","command":"%s"}' "$$sep" '$(CURDIR)' "$$c" \
	    '$(CC) $(ALL_CFLAGS) -c '"$$c"; sep=','; done; printf '\n]\n'; } >$@
