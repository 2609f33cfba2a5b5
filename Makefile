# Sunting: `make help` lists what there is to make.
.DEFAULT_GOAL := all
VERSION := 0.1.0
PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build
ifeq ($(origin CC),default)
CC := gcc
endif

PACKAGES := ncursesw yaml-0.1 libutf8proc libpcre2-8 jansson minizip zlib expat md4c md4c-html
# Those of which the program loads the library when it wants it (base/library.h).
LOADED_PACKAGES := hunspell sqlite3
TEST_PACKAGES := cmocka vterm sqlite3
# Whoever builds a release must not fail over what a newer compiler warns of: WERROR=1 is for `make lint` and CI.
WARNINGS := $(if $(WERROR),-Werror) -Wall -Wextra -Wshadow -Wconversion -Wformat=2 -Wstrict-prototypes -Wmissing-prototypes \
            -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings -Wvla -Wundef
# Those of the options that the compiler has.
known = $(foreach option,$(1),$(shell $(CC) -Werror $(option) -c -x c /dev/null -o /dev/null 2>/dev/null && echo $(option)))
HARDENING := -fPIE -fstack-protector-strong -fstack-clash-protection -D_FORTIFY_SOURCE=3 \
             $(call known,-fcf-protection -mbranch-protection=standard -ftrivial-auto-var-init=zero)
OPTIMISE := -O2 -g $(HARDENING)
LINKING := -pie -Wl,-z,relro,-z,now
ifdef SANITIZE
# -Og: compiled in half the time of -O1, and the tests take as long.
OPTIMISE := -Og -g1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
LINKING :=
endif
ifdef FUZZ
OPTIMISE := -O2 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -Wno-error
LINKING :=
endif
# Asked once, when first needed: `make check` may have to install pkg-config before. What is missing, tools/deps.sh
# says in one sentence.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(PACKAGES) $(LOADED_PACKAGES) 2>/dev/null))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lpthread -lm)$(PKG_LIBS)
TEST_PKG_LIBS = $(eval TEST_PKG_LIBS := $$(shell pkg-config --libs $(TEST_PACKAGES) 2>/dev/null) -lutil -lm)$(TEST_PKG_LIBS)
# A machine of 32 bits counts files and seconds in 64 all the same.
LARGE := $(if $(filter arm% i%86-%,$(shell $(CC) -dumpmachine)),-D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64)
CPPFLAGS_ALL = -D_GNU_SOURCE $(LARGE) -DSUNTING_VERSION='"$(VERSION)"' -DSUNTING_DATA='"$(PREFIX)/share/sunting"' -Isrc $(CPPFLAGS)
CFLAGS_ALL = -std=gnu17 $(WARNINGS) $(OPTIMISE) $(PKG_CFLAGS) $(CFLAGS)
LDFLAGS_ALL = $(OPTIMISE) $(LINKING) $(LDFLAGS)

# The program that speaks with PostgreSQL is one of its own, made where its library is.
POSTGRES_SOURCES := $(sort $(wildcard src/postgres/*.c))
SOURCES := $(filter-out $(POSTGRES_SOURCES),$(sort $(wildcard src/*/*.c src/*/*/*.c)))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o)
POSTGRES_OBJECTS := $(POSTGRES_SOURCES:src/%.c=$(BUILD)/%.o)
HELPER = $(if $(shell pkg-config --exists libpq 2>/dev/null && echo yes),$(BUILD)/sunting-arsip-pg)
LIBRARY := $(BUILD)/libsunting.a
TEST_SOURCES := $(sort $(wildcard tests/*.c))
TEST_OBJECTS := $(TEST_SOURCES:tests/%.c=$(BUILD)/tests/objects/%.o)
TEST_PROGRAMS := $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/test_*.c)))
FUZZ_PROGRAMS := $(patsubst tests/fuzz/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_OBJECTS := $(patsubst tests/%.c,$(BUILD)/tests/objects/%.o,$(sort $(wildcard tests/fuzz/*.c)))
FUZZ_SECONDS ?= 60
KILLS ?= 100
KEYS_SECONDS ?= 60
TEST_LIBRARY := $(BUILD)/tests/objects/libtests.a
SCRIPTS := $(wildcard tools/*.sh) .ci/run
PAGES := $(patsubst man/%,%,$(wildcard man/*.[0-9] man/id/*.[0-9]))
DATA := $(wildcard dictionaries themes lessons templates schemas)
PREPARED := dictionaries/prepared.bin
SAMPLE := samples/pelatihan-humas.txt

.PHONY: all
all: $(BUILD)/sunting $(BUILD)/prepared $(HELPER) ## build build/sunting

# The dictionaries as they are searched: one file that all sessions share. Without it all is right, and slower: so what
# was built for another machine, or where hunspell-id is missing, is no error.
$(BUILD)/prepared: $(BUILD)/sunting $(wildcard dictionaries/*.tsv dictionaries/rules/*.yaml)
	@echo '  WORDS dictionaries/prepared.bin'
	@SUNTING_DATA=. $(BUILD)/sunting --lang=en dictionary prepare > /dev/null || echo '  (dictionaries are read as they are)'
	@touch $@

# It holds what these say: of other sources, another is made.
LANGUAGE_SOURCES := $(sort $(wildcard src/language/lexicon/*.[ch] src/language/lexicon/*.def src/language/spelling/*.[ch] src/base/str.[ch] src/base/utf8.c src/config/yaml_*.[ch] src/language/sentence/speech.[ch] src/check/pattern/*.[ch] src/check/rule_book.c src/check/rule_file.c src/check/rule_prepared.[ch]))
$(BUILD)/language/lexicon/prepared.o: CPPFLAGS_ALL += -DSUNTING_LANGUAGE_CODE=$(firstword $(shell cat $(LANGUAGE_SOURCES) | cksum))
$(BUILD)/language/lexicon/prepared.o: $(LANGUAGE_SOURCES)

# Nobody runs it: the linker writes into it which files the libraries are that the program loads by itself, for
# dpkg-shlibdeps too.
$(BUILD)/loaded: tools/loaded.c src/language/spelling/hunspell_library.h src/archive/sqlite_library.h $(BUILD)/flags
	@$(CC) $(CPPFLAGS_ALL) $(PKG_CFLAGS) $(LDFLAGS) -o $@ $< $$(pkg-config --libs $(LOADED_PACKAGES))
loaded = $(shell LC_ALL=C readelf -d $(BUILD)/loaded | sed -n 's/.*NEEDED.*\[\(lib$(1)[^]]*\)\].*/"\1"/p')
$(BUILD)/language/spelling/wordbook.o: private CPPFLAGS_ALL += -DHUNSPELL_LIBRARY='$(call loaded,hunspell)'
$(BUILD)/archive/store_sqlite.o: private CPPFLAGS_ALL += -DSQLITE_LIBRARY='$(call loaded,sqlite3)'
$(BUILD)/language/spelling/wordbook.o $(BUILD)/archive/store_sqlite.o: $(BUILD)/loaded

$(BUILD)/sunting: $(BUILD)/cli/main.o $(LIBRARY)
	@echo '  LINK  $@'
	@$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)

$(BUILD)/sunting-arsip-pg: $(POSTGRES_OBJECTS) $(LIBRARY)
	@echo '  LINK  $@'
	@$(CC) $(LDFLAGS_ALL) -Wl,--as-needed -o $@ $^ $(PKG_LIBS) $$(pkg-config --libs libpq)
$(POSTGRES_OBJECTS): CPPFLAGS_ALL += $(shell pkg-config --cflags libpq 2>/dev/null)

$(LIBRARY): $(filter-out $(BUILD)/cli/main.o,$(OBJECTS))
	@rm -f $@
	@$(AR) rcs $@ $^

ifdef FUZZ
# Their comparisons are mostly with words of dictionaries; following each would take most of the time.
$(filter $(BUILD)/base/% $(BUILD)/language/% $(BUILD)/check/%,$(OBJECTS)): OPTIMISE += -fno-sanitize-coverage=trace-cmp
endif
$(BUILD)/%.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo '  CC    $<'
	@$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# Tests: one program per tests/test_*.c; the other files there are helpers that any of them may call.
$(BUILD)/tests/objects/%.o: tests/%.c $(BUILD)/flags | test-deps
	@mkdir -p $(@D)
	@echo '  CC    $<'
	@$(CC) $(CPPFLAGS_ALL) -DSUNTING_PROGRAM='"$(BUILD)/sunting"' -Itests $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# power_calls.o wraps the calls that faults.o wraps, so it is named where it is wanted; so is no_threads.o.
$(TEST_LIBRARY): $(filter-out $(BUILD)/tests/objects/test_%.o %/power_calls.o %/no_threads.o,$(TEST_OBJECTS))
	@rm -f $@
	@$(AR) rcs $@ $^

# TEST_LDFLAGS, set for one program: functions that it wraps.
$(BUILD)/tests/test_%: $(BUILD)/tests/objects/test_%.o $(TEST_LIBRARY) $(LIBRARY)
	@$(CC) $(LDFLAGS_ALL) $(TEST_LDFLAGS) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(PKG_LIBS) $(TEST_PKG_LIBS)

# Programs whose system calls and allocations fail on demand: tests/faults.h.
FAULTS := read write pwrite openat close fsync rename renameat renameat2 unlink unlinkat mkdir fchown fchmod fstat \
          fstatat fallocate ftruncate faccessat readlinkat flistxattr fgetxattr fsetxattr fremovexattr malloc calloc \
          realloc pread fdatasync flock stat access pthread_create linkat
POWER := pthread_create openat write pwrite ftruncate fsync fdatasync mkdir rename renameat renameat2 linkat ioctl unlink unlinkat
$(BUILD)/tests/test_power $(BUILD)/tests/test_journal_power: TEST_LDFLAGS = $(POWER:%=-Wl,--wrap=%)
$(BUILD)/tests/test_power $(BUILD)/tests/test_journal_power: $(BUILD)/tests/objects/power_calls.o
# Named too: after the library that asks for it, the linker finds a __wrap_pthread_create in libgcc, which starts threads.
$(BUILD)/tests/test_power $(BUILD)/tests/test_journal_power $(BUILD)/tests/test_faults $(BUILD)/tests/test_journal_faults: \
    $(BUILD)/tests/objects/no_threads.o
$(BUILD)/tests/test_journal_flush: TEST_LDFLAGS = -Wl,--wrap=fsync -Wl,--wrap=fdatasync
$(BUILD)/tests/objects/test_slow_disk.o: CPPFLAGS_ALL += -DSUNTING_SLOW_DISK='"$(abspath $(BUILD)/tests/slow_disk.so)"'
$(BUILD)/tests/test_slow_disk: | $(BUILD)/tests/slow_disk.so
# It runs the tests of an archive once more, and the helper is looked for beside the program.
$(BUILD)/tests/test_postgres_archive: | $(BUILD)/tests/test_archive $(BUILD)/tests/test_archive_entry $(BUILD)/tests/test_archive_removal $(BUILD)/tests/test_archive_upkeep $(BUILD)/tests/test_archive_writers
POSTGRES_TESTS := $(BUILD)/tests/test_postgres $(BUILD)/tests/test_postgres_server $(BUILD)/tests/test_postgres_trust \
                  $(BUILD)/tests/test_postgres_archive
$(POSTGRES_TESTS): | $(BUILD)/sunting $(HELPER) $(if $(HELPER),$(BUILD)/tests/sunting-arsip-pg)
$(BUILD)/tests/sunting-arsip-pg: $(HELPER)
	@ln -sf ../sunting-arsip-pg $@
$(BUILD)/tests/test_restrict: TEST_LDFLAGS = -Wl,--wrap=syscall
$(BUILD)/tests/test_library: TEST_LDFLAGS = -Wl,--wrap=dlopen
$(BUILD)/tests/test_checker: TEST_LDFLAGS = -Wl,--wrap=rule_get
$(BUILD)/tests/test_faults $(BUILD)/tests/test_journal_faults: TEST_LDFLAGS = $(FAULTS:%=-Wl,--wrap=%)

# Fuzz targets: with libFuzzer for `make fuzz`; for `make test` each runs over its corpus alone.
$(BUILD)/tests/fuzz_%: $(BUILD)/tests/objects/fuzz/fuzz_%.o $(if $(FUZZ),,$(BUILD)/tests/objects/fuzz/replay.o) $(LIBRARY)
	@$(CC) $(LDFLAGS_ALL) $(if $(FUZZ),-fsanitize=fuzzer) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(PKG_LIBS)
$(BUILD)/tests/fuzz_import: $(BUILD)/tests/objects/documents.o

# What everything was compiled with: other flags compile everything again. Says what is missing, if anything.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@[ -e $@ ] || tools/deps.sh --check build
	@echo '$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) $(LDFLAGS_ALL)' | cmp -s - $@ || \
	    echo '$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) $(LDFLAGS_ALL)' > $@

.PHONY: FORCE test-deps
FORCE:
test-deps:
	@tools/deps.sh --check test

.SECONDARY: $(TEST_OBJECTS) $(FUZZ_OBJECTS)
-include $(OBJECTS:.o=.d) $(POSTGRES_OBJECTS:.o=.d) $(TEST_OBJECTS:.o=.d) $(FUZZ_OBJECTS:.o=.d)

# As many compilers as the machine has processors, unless the caller said how many.
PARALLEL = $(if $(filter -j% --jobs%,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 2))

.PHONY: run
run: ## install what is missing, build, open a sample draft
	@tools/deps.sh build
	@$(MAKE) $(PARALLEL) --no-print-directory all
	@mkdir -p $(BUILD)/run && cp -n $(SAMPLE) $(BUILD)/run/
	@if [ -t 0 ] && [ -t 1 ]; then \
	    $(BUILD)/sunting $(BUILD)/run/$(notdir $(SAMPLE)); \
	else \
	    $(BUILD)/sunting check $(SAMPLE) || [ $$? = 1 ]; \
	fi

.PHONY: check
check: ## install what is missing, build with sanitizers, run every test
	@tools/deps.sh test
	@$(MAKE) $(PARALLEL) --no-print-directory SANITIZE=1 BUILD=build-asan test

.PHONY: test
test: $(BUILD)/prepared $(TEST_PROGRAMS) $(FUZZ_PROGRAMS) $(BUILD)/sunting $(HELPER) $(BUILD)/context/count $(BUILD)/context/train layers sorted ## run every test with the build there is
	@tools/test.sh $(TEST_PROGRAMS) $(FUZZ_PROGRAMS)

# To be preloaded: another day (tests/dates/moved.c), a busy disk (tests/torture/slow_disk.c).
$(BUILD)/tests/moved.so: tests/dates/moved.c
$(BUILD)/tests/slow_disk.so: tests/torture/slow_disk.c
$(BUILD)/tests/moved.so $(BUILD)/tests/slow_disk.so: $(BUILD)/flags
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS_ALL) $(filter-out -fsanitize%,$(CFLAGS_ALL)) -fPIC -shared -o $@ $(filter %.c,$^)

.PHONY: dates
dates: $(BUILD)/prepared $(TEST_PROGRAMS) $(BUILD)/sunting $(BUILD)/tests/moved.so ## run every test a day, a month and a year from now
	@for days in 1 31 366; do \
	    echo "$$days days from now:"; \
	    MOVED_DAYS=$$days LD_PRELOAD=$(abspath $(BUILD)/tests/moved.so) tools/test.sh $(TEST_PROGRAMS) || exit 1; \
	done

.PHONY: gold
gold: $(BUILD)/tests/test_gold ## true and false findings of each rule on tests/gold; UPDATE=1 records the counts
	@$< $(if $(UPDATE),--write,--show)

.PHONY: mutations
mutations: ## change numbers of the sources one by one: a test must fail each time (three minutes)
	@tools/mutate.sh

.PHONY: fuzz fuzz-run
fuzz: ## build every fuzz target with clang and run it for FUZZ_SECONDS (60)
	@$(MAKE) --no-print-directory FUZZ=1 CC=clang BUILD=build-fuzz fuzz-run
fuzz-run: $(FUZZ_PROGRAMS)
	@tools/fuzz.sh $(FUZZ_SECONDS) $(FUZZ_PROGRAMS)

# Long tests with the real program: kills at random moments, then what every editor here loses.
$(BUILD)/tests/objects/torture/%.o: tests/torture/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS_ALL) -DSUNTING_PROGRAM='"$(BUILD)/sunting"' -Itests $(CFLAGS_ALL) -MMD -MP -c -o $@ $<
$(BUILD)/tests/torture_%: $(BUILD)/tests/objects/torture/torture_%.o $(TEST_LIBRARY) $(LIBRARY)
	@$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS) $(TEST_PKG_LIBS)

.PHONY: torture
torture: $(BUILD)/tests/torture_kill $(BUILD)/tests/slow_disk.so $(BUILD)/tests/torture_compare $(BUILD)/bench/shapes $(BUILD)/sunting ## kill the editor KILLS (100) times, check drafts of a hundred shapes at doubled size, compare with others
	$(BUILD)/tests/torture_kill $(KILLS)
	SLOW_FLUSH_MS=6000 SLOW_NAME_MS=1500 $(BUILD)/tests/torture_kill 30 '' $(BUILD)/tests/slow_disk.so
	$(BUILD)/bench/shapes
	@$(MAKE) --no-print-directory SANITIZE=1 BUILD=build-asan torture-keys
	$(BUILD)/tests/torture_compare

# Does the cost of checking grow with the draft, and no faster? bench/SCALE.md has what was measured.
$(BUILD)/bench/%: bench/%.c bench/drafts.c $(LIBRARY)
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS_ALL) -DSUNTING_PROGRAM='"$(BUILD)/sunting"' -Ibench $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS) -lutil

$(BUILD)/bench/peers $(BUILD)/bench/sessions: bench/peer.c

.PHONY: bench
bench: $(BUILD)/bench/linear $(BUILD)/bench/peers $(BUILD)/bench/sessions all ## beside the editors that are there, fifty sessions at once, and drafts of many shapes at one size and at ten times that (ten minutes)
	$(BUILD)/bench/peers $(TEXT)
	$(BUILD)/bench/sessions
	$< duplicate 1000000 --prose
	$< all 100000

# Counts a text and trains the trees of spelling.context on the part of it that was not counted: tools/context.
CONTEXT = $(BUILD)/context
$(CONTEXT)/%: tools/context/%.c $(filter-out tools/context/count.c tools/context/train.c,$(wildcard tools/context/*.[ch])) $(LIBRARY)
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS_ALL) -Itools/context $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $(filter %.c %.a,$^) $(PKG_LIBS)

.PHONY: context
context: $(CONTEXT)/count $(CONTEXT)/train ## count TEXT/news.txt and regulations.txt, train on TEXT/held.txt, TEXT/slips.txt: dictionaries in build/context
	cp -r dictionaries/. $(CONTEXT)/
	$(CONTEXT)/count dictionaries $(TEXT)/news.txt $(TEXT)/regulations.txt $(CONTEXT)
	$(CONTEXT)/train $(or $(wildcard $(TEXT)/slips.txt),-) $(CONTEXT) $(TEXT)/held.txt > $(CONTEXT)/ranking.new
	mv $(CONTEXT)/ranking.new $(CONTEXT)/ranking.tsv

.PHONY: torture-keys
torture-keys: $(BUILD)/tests/torture_keys $(BUILD)/sunting ## press random keys for KEYS_SECONDS (60); under sanitizers with SANITIZE=1 BUILD=build-asan
	$< $(KEYS_SECONDS)

.PHONY: deps
deps: ## install what is missing
	@tools/deps.sh test

.PHONY: man
man: $(BUILD)/tests/test_manual ## write the manual page anew from the tables
	@$< --write

FORMATTED = $(wildcard src/*/*.[ch] src/*/*/*.[ch] tests/*.[ch] tests/*/*.[ch] bench/*.[ch] tools/*/*.[ch])
TIDY_FLAGS = -D_GNU_SOURCE "-DSUNTING_VERSION=\"$(VERSION)\"" "-DSUNTING_DATA=\"$(PREFIX)/share/sunting\"" \
             -Isrc -std=gnu17 $(PKG_CFLAGS) $(shell pkg-config --cflags libpq 2>/dev/null)
# $(1): checks to add to those of .clang-tidy, or with a minus to leave out.
tidy = printf '%s\n' $(SOURCES) $(if $(HELPER),$(POSTGRES_SOURCES)) | xargs -P 2 -n 8 sh -c 'clang-tidy --quiet "--checks=$(1)" "$$@" -- $(TIDY_FLAGS)' tidy
.PHONY: lint
lint: layers sorted lists ## formatting, clang-tidy, other machines, which folder may include which, order of dictionaries
	@tools/deps.sh --check lint
	@clang-format --dry-run -Werror $(FORMATTED)
	@$(call tidy,-clang-analyzer-*)
	@tools/cross.sh $(CPPFLAGS_ALL) $(filter-out -Werror,$(WARNINGS)) $(PKG_CFLAGS) -- $(SOURCES) $(TEST_SOURCES)

.PHONY: analyse
analyse: ## clang-tidy with the analyser, which follows every path: twenty times as long as in lint
	@tools/deps.sh --check lint
	@$(call tidy)

.PHONY: layers sorted lists
layers:
	@tools/layers.sh
lists:
	@tools/lists.sh
sorted:
	@tools/sorted.sh

.PHONY: format
format: ## format all sources
	clang-format -i $(FORMATTED)

# Folders of data with all that lies in them; a blank in DESTDIR or PREFIX is a blank.
SHARE = $(DESTDIR)$(PREFIX)/share
# What other programs look for: our file:where below share.
BESIDE := editors/vim/compiler/sunting.vim:vim/vimfiles/compiler/sunting.vim \
          editors/emacs/sunting.el:emacs/site-lisp/sunting.el \
          completions/sunting.bash:bash-completion/completions/sunting \
          completions/_sunting:zsh/vendor-completions/_sunting \
          completions/sunting.fish:fish/vendor_completions.d/sunting.fish
.PHONY: install
install: all ## install to $(DESTDIR)$(PREFIX)
	install -D -m 755 $(BUILD)/sunting "$(DESTDIR)$(PREFIX)/bin/sunting"
	$(if $(HELPER),install -D -m 755 $(HELPER) "$(DESTDIR)$(PREFIX)/libexec/sunting/$(notdir $(HELPER))")
	for page in $(PAGES); do \
	    install -D -m 644 man/$$page "$(SHARE)/man/$$(dirname $$page)/man$${page##*.}/$$(basename $$page)" || exit 1; \
	done
	$(foreach pair,$(BESIDE),install -D -m 644 $(subst :, "$(SHARE)/,$(pair))" || exit 1;)
	find $(DATA) -type f ! -name '.*' | while IFS= read -r file; do \
	    if [ -x "$$file" ]; then mode=755; else mode=644; fi; install -D -m $$mode "$$file" "$(SHARE)/sunting/$$file" || exit 1; \
	done
	[ ! -e $(PREPARED) ] || touch "$(SHARE)/sunting/$(PREPARED)" # no older than what it was made of

.PHONY: uninstall
uninstall: ## remove what install put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/sunting" "$(DESTDIR)$(PREFIX)/libexec/sunting/sunting-arsip-pg" $(foreach pair,$(BESIDE),"$(SHARE)/$(lastword $(subst :, ,$(pair)))")
	for page in $(PAGES); do \
	    rm -f "$(SHARE)/man/$$(dirname $$page)/man$${page##*.}/$$(basename $$page)"; \
	done
	rm -rf "$(SHARE)/sunting"

.PHONY: deb
deb: ## build/sunting_VERSION_ARCH.deb, from what git has of this tree
	@mkdir -p build && rm -rf build/deb && mkdir -p build/deb/sunting
	@git ls-files -z | xargs -0 tar -cf - | tar -xf - -C build/deb/sunting
	cd build/deb/sunting && dpkg-buildpackage -b -us -uc
	@mv build/deb/*.deb build/

.PHONY: clean
clean: ## remove all builds
	rm -rf build build-asan build-fuzz build-mutated $(PREPARED)

.PHONY: help
help: ## list what there is to make
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20
	@echo 'Variables: PREFIX=$(PREFIX) DESTDIR= CC= CFLAGS= SANITIZE=1 BUILD=$(BUILD)'
