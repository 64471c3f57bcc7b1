// Names of inputs, as people see them and as their results are called.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang {

// `name` as valid UTF-8: a byte that belongs to no character is written \xB3.
std::string ShownName(std::string_view name);

// One part of an input's path as a part of its result's: valid UTF-8 (%B3), and short enough that
// ".json" fits behind it: the end of a longer one becomes a hash.
std::string ResultPart(std::string_view part);

// The path of a listed file as a path below the result folder: parts that lead up are left out.
std::string ResultPathOfFile(const std::string& path);

// The id of a record as a path below the result folder: the parts "", "." and "..", and what file
// systems do not take, are written %XX, so that it never leads outside.
std::string ResultPathOfId(std::string_view id);

}  // namespace mingzhang
