# Toolchain of the fuzz preset: a clang that takes std::expected of the host's C++ library (19 or newer). It is the one
# that came with Emscripten (scripts/setup), or else the host's.
set(_unpacked "${CMAKE_CURRENT_LIST_DIR}/../../build/toolchain/root/usr/lib/llvm-19/bin")
find_program(_clangxx NAMES clang++ clang++-21 clang++-20 clang++-19 HINTS "${_unpacked}" REQUIRED)
string(REPLACE "clang++" "clang" _clang "${_clangxx}")
set(CMAKE_C_COMPILER "${_clang}")
set(CMAKE_CXX_COMPILER "${_clangxx}")
