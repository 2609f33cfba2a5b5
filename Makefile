# Sunting: `make help` lists what there is to make.
.DEFAULT_GOAL := all
VERSION := 0.1.0
PREFIX ?= /usr/local
BUILD ?= build
ifeq ($(origin CC),default)
CC := gcc
endif

PACKAGES := ncursesw yaml-0.1 hunspell libutf8proc libpcre2-8 jansson
WARNINGS := -Wall -Wextra -Werror -Wshadow -Wconversion -Wformat=2 -Wstrict-prototypes -Wmissing-prototypes \
            -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings -Wvla -Wundef
HARDENING := -fPIE -fstack-protector-strong -fstack-clash-protection -D_FORTIFY_SOURCE=3
OPTIMISE := -O2 -g $(HARDENING)
LINKING := -pie -Wl,-z,relro,-z,now
ifdef SANITIZE
OPTIMISE := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
LINKING :=
endif
PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES))
PKG_LIBS := $(shell pkg-config --libs $(PACKAGES))
CPPFLAGS_ALL = -D_GNU_SOURCE -DSUNTING_VERSION='"$(VERSION)"' -DSUNTING_DATA='"$(PREFIX)/share/sunting"' -Isrc $(CPPFLAGS)
CFLAGS_ALL = -std=gnu17 $(WARNINGS) $(OPTIMISE) $(PKG_CFLAGS) $(CFLAGS)

SOURCES := $(sort $(wildcard src/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o)
LIBRARY := $(BUILD)/libsunting.a
TESTS := $(sort $(wildcard tests/test_*.c))
TEST_PROGRAMS := $(TESTS:tests/%.c=$(BUILD)/tests/%)

.PHONY: all
all: $(BUILD)/sunting

$(BUILD)/sunting: $(BUILD)/cli/main.o $(LIBRARY)
	@echo '  LINK  $@'
	@$(CC) $(OPTIMISE) $(LINKING) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(LIBRARY): $(filter-out $(BUILD)/cli/main.o,$(OBJECTS))
	@rm -f $@
	@$(AR) rcs $@ $^

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	@echo '  CC    $<'
	@$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# What some tests need beside the library: helper sources, libraries, wrapped functions.
$(BUILD)/tests/test_screens: TEST_SOURCES = tests/driver.c tests/script.c
$(BUILD)/tests/test_screens: TEST_LIBS = -lvterm -lutil
$(BUILD)/tests/test_screens: tests/driver.c tests/driver.h tests/script.c tests/script.h

$(BUILD)/tests/%: tests/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo '  TEST  $<'
	@$(CC) $(CPPFLAGS_ALL) -DSUNTING_PROGRAM='"$(BUILD)/sunting"' -Itests $(CFLAGS_ALL) -MMD -MP $(LINKING) -o $@ $< $(TEST_SOURCES) \
	    $(LIBRARY) $(PKG_LIBS) $(TEST_LIBS) -lcmocka

-include $(OBJECTS:.o=.d)

.PHONY: test
test: $(TEST_PROGRAMS) $(BUILD)/sunting
	@for t in $(TEST_PROGRAMS); do ./$$t || exit 1; done

.PHONY: clean
clean:
	rm -rf build build-asan build-fuzz
