#!/bin/sh
# Finds out what leafset's build, tests or benchmark need and do not find, and installs it.
#
#   install-deps.sh GROUP [CONFIG.MK]      GROUP: build, check, long, fuzz, look, bench, package
#                                         or debootstrap
#
# Debian family: apt-get as root, else through `sudo -n`, else the one command is printed.
# Other systems: the list of packages is printed. DEPS=no never touches packages.
# With CONFIG.MK the compiler and linker flags of the libraries found are written there.
# Exit status: 0 all present, 3 something is missing.
set -u

group=${1:?usage: install-deps.sh GROUP [CONFIG.MK]}
config=${2-}
CC=${CC:-cc}
command -v "$CC" >/dev/null 2>&1 || CC=gcc
LC_ALL=C
export LC_ALL

# group | probe | its argument | Debian | Fedora | Homebrew (- : nothing to install)
#   cmd: a command    pc: a pkg-config module    inc: a header of the C compiler
#   py: a module of Python
#   file: a path or, with several, any of them   opt: as file, but nobody fails without it
needs='
build|cc|-|gcc libc6-dev|gcc glibc-devel|-
build|cmd|pkg-config|pkgconf|pkgconf-pkg-config|pkgconf
build|inc|hpdf.h|libhpdf-dev|libharu-devel|libharu
build|inc|hyphen.h|libhyphen-dev|hyphen-devel|hyphen
build|pc|libzip|libzip-dev|libzip-devel|libzip
build|pc|libxml-2.0|libxml2-dev|libxml2-devel|libxml2
build|pc|md4c|libmd4c-dev|md4c-devel|md4c
build|pc|md4c-html|libmd4c-html0-dev|md4c-devel|md4c
build|pc|yaml-0.1|libyaml-dev|libyaml-devel|libyaml
build|pc|icu-uc|libicu-dev|libicu-devel|icu4c
build|pc|harfbuzz|libharfbuzz-dev|harfbuzz-devel|harfbuzz
build|pc|harfbuzz-subset|libharfbuzz-dev|harfbuzz-devel|harfbuzz
build|pc|freetype2|libfreetype-dev|freetype-devel|freetype
build|pc|libpng|libpng-dev|libpng-devel|libpng
build|pc|libjpeg|libjpeg-dev|libjpeg-turbo-devel|jpeg-turbo
build|pc|lcms2|liblcms2-dev|lcms2-devel|little-cms2
build|pc|libwebp|libwebp-dev|libwebp-devel|webp
build|inc|gif_lib.h|libgif-dev|giflib-devel|giflib
build|pc|libqrencode|libqrencode-dev|qrencode-devel|qrencode
build|pc|zlib|zlib1g-dev|zlib-devel|zlib
build|inc|xxhash.h|libxxhash-dev|xxhash-devel|xxhash
build|pc|libdeflate|libdeflate-dev|libdeflate-devel|libdeflate
build|file|@srgb@|icc-profiles-free|colord|little-cms2
build|file|@fonts@/NotoSans-Regular.ttf|fonts-noto-core|google-noto-sans-fonts|font-noto-sans
build|file|@fonts@/NotoSansMono-Regular.ttf|fonts-noto-mono|google-noto-sans-mono-fonts|font-noto-sans-mono
build|opt|/usr/share/hyphen/hyph_en_GB.dic|hyphen-en-gb|hyphen-en|-
build|opt|/usr/share/hyphen/hyph_de_DE.dic|hyphen-de|hyphen-de|-
build|opt|/usr/share/hyphen/hyph_es.dic|hyphen-es|hyphen-es|-
build|opt|/usr/share/hyphen/hyph_fr.dic|hyphen-fr|hyphen-fr|-
build|opt|/usr/share/hyphen/hyph_pl_PL.dic|hyphen-pl|hyphen-pl|-
check|file|/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc|fonts-noto-cjk|-|-
check|file|/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf|fonts-symbola|-|-
check|pc|cmocka|libcmocka-dev|libcmocka-devel|cmocka
check|file|@asan@|gcc libc6-dev|libasan libubsan|-
check|cmd|python3|python3-minimal python3|python3|python3
check|py|jsonschema|python3-jsonschema|python3-jsonschema|-
check|py|yaml|python3-yaml|python3-pyyaml|pyyaml
check|cmd|pdfinfo|poppler-utils|poppler-utils|poppler
check|cmd|ninja|ninja-build|ninja-build|ninja
check|cmd|qpdf|qpdf|qpdf|qpdf
check|cmd|parallel|parallel|parallel|parallel
check|cmd|chromium|chromium|chromium|-
check|cmd|mutool|mupdf-tools|mupdf|mupdf-tools
check|java|17|default-jdk-headless|java-latest-openjdk-devel|openjdk
check|cmd|mvn|maven|maven|maven
check|file|/usr/share/i18n/locales/tr_TR|locales|glibc-locale-source|-
check|cmd|clang-format-19|clang-format-19|clang-tools-extra|clang-format
check|file|/etc/ssl/certs/ca-certificates.crt /etc/pki/tls/cert.pem|ca-certificates|ca-certificates|-
long|cmd|lintian|lintian|-|-
long|file|/usr/share/build-essential/list|build-essential|-|-
long|cmd|dh|debhelper|-|-
long|cmd|dpkg-buildpackage|dpkg-dev|-|-
long|cmd|npm|npm|npm|node
long|cmd|node|nodejs|nodejs|node
long|cmd|cppcheck|cppcheck|cppcheck|cppcheck
long|cmd|clang-tidy-19|clang-tidy-19|clang-tools-extra|llvm@19
long|cmd|clang-19|clang-19|clang|llvm@19
long|file|@clangrt@|libclang-rt-19-dev|compiler-rt|llvm@19
fuzz|cmd|python3|python3-minimal python3|python3|python3
fuzz|cmd|clang-19|clang-19|clang|llvm@19
fuzz|file|@clangrt@|libclang-rt-19-dev|compiler-rt|llvm@19
look|py|PIL|python3-pil|python3-pillow|pillow
look|cmd|pdftoppm|poppler-utils|poppler-utils|poppler
bench|cmd|python3|python3|python3|python3
bench|pyvenv|-|python3-venv|python3|python3
bench|cmd|htmldoc|htmldoc|htmldoc|htmldoc
bench|cmd|hugo|hugo|hugo|hugo
bench|opt|/usr/bin/pandoc|pandoc|pandoc|pandoc
bench|cmd|mutool|mupdf-tools|mupdf|mupdf-tools
bench|file|/usr/share/groff/current/font/devpdf/DESC /opt/homebrew/share/groff/current/font/devpdf/DESC|groff|groff|groff
bench|file|@pango@|libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0|pango|pango
bench|file|/etc/ssl/certs/ca-certificates.crt /etc/pki/tls/cert.pem|ca-certificates|ca-certificates|-
package|file|/usr/share/build-essential/list|build-essential|-|-
package|cmd|dh|debhelper|-|-
package|cmd|dpkg-buildpackage|dpkg-dev|-|-
debootstrap|cmd|debootstrap|debootstrap|debootstrap|-
'

font_dirs="${LEAFSET_FONTS:+$LEAFSET_FONTS $LEAFSET_FONTS/noto }/usr/share/fonts/truetype/noto /usr/share/fonts/noto /usr/local/share/fonts/noto"
srgb_files='/usr/share/color/icc/sRGB.icc /usr/share/color/icc/ghostscript/srgb.icc
 /usr/share/color/icc/colord/sRGB.icc /opt/homebrew/share/color/icc/sRGB.icc'

first_file() {
    for f in "$@"; do
        [ -s "$f" ] && { echo "$f"; return 0; }
    done
    return 1
}

# The paths an argument of the table stands for.
paths_of() {
    case $1 in
    @srgb@) echo ${SRGB_ICC:-} $srgb_files ;;
    @fonts@/*) for d in $font_dirs; do echo "$d/${1#@fonts@/}"; done ;;
    @asan@) "$CC" -print-file-name=libasan.so 2>/dev/null ;;
    @clangrt@) ls "$(clang-19 -print-resource-dir 2>/dev/null)"/lib/*/libclang_rt.asan* 2>/dev/null ;;
    @pango@) ls /usr/lib/*/libpangoft2-1.0.so.0 /usr/lib*/libpangoft2-1.0.so.0 2>/dev/null ;;
    *) echo "$1" ;;
    esac
}

probe() { # kind argument
    case $1 in
    cc) echo 'int main(void){return 0;}' | "$CC" -x c -o /dev/null - 2>/dev/null ;;
    cmd)
        command -v "$2" >/dev/null 2>&1 && return 0
        [ "$2" = clang-format-19 ] && clang-format --version 2>/dev/null | grep -q 'version 19\.' ;;
    pc) pkg-config --exists "$2" 2>/dev/null ;;
    inc) printf '#include <stdio.h>\n#include <%s>\n' "$2" |
        "$CC" ${CPPFLAGS:-} -E -x c -o /dev/null - 2>/dev/null ;;
    file | opt) first_file $(paths_of "$2") >/dev/null ;;
    java)
        command -v javac >/dev/null 2>&1 &&
            [ "$(javac -version 2>&1 | sed 's/^javac \([0-9]*\).*/\1/')" -ge "$2" ] 2>/dev/null ;;
    py) python3 -c "import $2" 2>/dev/null ;;
    pyvenv) python3 -c 'import ensurepip, venv' 2>/dev/null ;;
    esac
}

# Sets missing (what was looked for), and the package names by system.
look() {
    missing= debian= fedora= brew= wanted=
    while IFS='|' read -r g kind arg deb fed bre; do
        [ "$g" = "$group" ] || continue
        probe "$kind" "$arg" && continue
        if [ "$kind" = opt ]; then
            wanted="$wanted $deb"
            continue
        fi
        case $kind in cc) arg='a C compiler' ;; py) arg="Python's $arg" ;; java) arg="a Java $arg development kit" ;;
        pyvenv) arg="Python's venv" ;; esac
        case $arg in @srgb@) arg='the sRGB colour profile' ;; @fonts@/*) arg=${arg#@fonts@/} ;;
        @asan@) arg='the address sanitizer' ;; @clangrt@) arg="clang's sanitizers" ;; @pango@) arg=Pango ;; esac
        missing="$missing${missing:+, }${arg%% /*}"
        debian="$debian $deb" fedora="$fedora $fed" brew="$brew $bre"
    done <<EOF
$needs
EOF
    debian=$(uniq_words $debian) fedora=$(uniq_words $fedora) brew=$(uniq_words $brew)
}

uniq_words() {
    out=
    for w in "$@"; do
        [ "$w" = - ] && continue
        case " $out " in *" $w "*) ;; *) out="$out${out:+ }$w" ;; esac
    done
    echo "$out"
}

say() { printf '%s\n' "leafset: $*" >&2; }

quit() {
    for line in "$@"; do say "$line"; done
    exit 3
}

# apt-get update first: a fresh machine has no package lists. Failures of single archives are
# only remembered: what counts is whether the packages can be had.
install_debian() { # the command that gives root's rights, or nothing
    as_root=$1
    log=$(mktemp) || exit 3
    trap 'rm -f "$log"' EXIT
    opts='-o DPkg::Lock::Timeout=300 -o Acquire::Retries=2'
    say "installing: $debian$wanted"
    tries=0
    until $as_root apt-get $opts update >"$log" 2>&1 || [ $tries -ge 30 ]; do
        grep -q 'Could not get lock' "$log" || break
        tries=$((tries + 1))
        sleep 5
    done
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get $opts install -y -qq \
        --no-install-recommends $debian $wanted >>"$log" 2>&1 && return 0
    # The optional ones may have another name here: the needed ones alone.
    [ -n "$wanted" ] && $as_root env DEBIAN_FRONTEND=noninteractive apt-get $opts install -y -qq \
        --no-install-recommends $debian >>"$log" 2>&1 && return 0
    tail -n 25 "$log" >&2
    command="${as_root:+sudo }apt-get install --no-install-recommends $debian"
    if grep -q -e 'Could not resolve' -e 'Failed to fetch' -e 'Temporary failure' \
        -e 'Could not connect' -e 'Unable to connect' "$log"; then
        quit "the package archive could not be reached (no network?), so these are missing: $missing" \
            "connect and run make again, or install them yourself: $command"
    elif grep -q -e 'Could not get lock' -e 'Unable to acquire' "$log"; then
        quit "another program is installing packages; run make again when it has finished"
    elif grep -q -e 'Unable to locate package' -e 'has no installation candidate' "$log"; then
        quit "this system's package archive has no such package (its message is above); missing: $missing"
    fi
    quit "apt-get could not install the packages (its messages are above); the command was: $command"
}

look
if [ -n "$missing" ]; then
    if [ "${DEPS:-yes}" = no ]; then
        quit "missing: $missing" "DEPS=no: nothing was installed; on Debian: $debian"
    elif ! command -v apt-get >/dev/null 2>&1; then
        quit "missing: $missing" \
            "leafset installs them by itself on Debian and its family only; elsewhere please install" \
            "  Fedora:   sudo dnf install $fedora" \
            "  Homebrew: brew install $brew" \
            "  Debian:   $debian"
    elif [ "$(id -u)" = 0 ]; then
        install_debian ""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        install_debian "sudo -n"
    else
        quit "missing: $missing" \
            "installing them needs root's rights; please run this one command, then make again:" \
            "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $debian$wanted"
    fi
    look
    [ -z "$missing" ] || quit "still missing after installing: $missing"
fi

[ -n "$config" ] || exit 0

pcs='md4c yaml-0.1 harfbuzz harfbuzz-subset freetype2 libpng libdeflate zlib'

# What the dynamic section of a shared library says: SONAME, its own name; NEEDED, those of others.
names_in() { # library tag
    readelf -d "$("$CC" -print-file-name="$1")" 2>/dev/null | sed -n "s/.*($2).*\\[\\(.*\\)\\]/\\1/p"
}

# These are not linked but loaded when they are used (src/base/library.h): by this name.
crypto=$(names_in libzip.so NEEDED | grep '^libcrypto' | head -n 1)
loaded=" CRYPTO=${crypto:-libcrypto.so}"
# ICU brings the C++ library along, and so does libxml2 where it asks ICU. If ICU has no memory from
# it, it may be loaded ahead.
cxx=$(names_in libicuuc.so NEEDED | grep '^libstdc++' | head -n 1)
if [ -n "$cxx" ] && ! readelf -W --dyn-syms "$("$CC" -print-file-name=libicuuc.so)" |
    grep -q -e 'UND _Zn[wa]' -e 'UND .*basic_string'; then
    loaded="$loaded ICUUC_BRINGS=$cxx"
    names_in libxml2.so NEEDED | grep -q '^libicuuc' && loaded="$loaded XML2_BRINGS=$cxx"
fi
for lib in icuuc xml2 zip jpeg webp lcms2 gif md4c-html qrencode hyphen; do
    soname=$(names_in lib$lib.so SONAME)
    loaded="$loaded $(echo $lib | tr a-z- A-Z_)=${soname:-lib$lib.so}"
done

mkdir -p "$(dirname "$config")" || exit 3
{
    echo "PKG_CFLAGS := $(pkg-config --cflags $pcs libxml-2.0 icu-uc libzip libjpeg libwebp lcms2 md4c-html libqrencode)"
    echo "PKG_LIBS := -lhpdf $(pkg-config --libs $pcs)"
    echo "LOADED :=$loaded"
    echo "LOADED_LIBS := $(pkg-config --libs libjpeg libwebp lcms2) -lgif"
    echo "SRGB_ICC := $(first_file $(paths_of @srgb@))"
} >"$config.new" || exit 3
if cmp -s "$config.new" "$config"; then rm -f "$config.new"; else mv -f "$config.new" "$config"; fi
