// The version of the program and of its output contract.
#pragma once

#include <string_view>

namespace mingzhang {

#ifndef MINGZHANG_VERSION
#define MINGZHANG_VERSION "0.1.0"
#endif

inline constexpr std::string_view kProgramName = "mingzhang";
inline constexpr std::string_view kVersion = MINGZHANG_VERSION;
inline constexpr std::string_view kSchemaVersion = "1.0";

}  // namespace mingzhang
