// Errors are values. A Result holds what was asked for or says what went wrong, where, and what to do.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace mingzhang {

struct Error {
  std::string message;     // what is wrong
  std::string file;        // where; empty when no file is concerned
  uint32_t line = 0;       // 1-based; 0 when unknown
  uint32_t column = 0;     // 1-based; 0 when unknown
  std::string hint;        // what to do about it; may be empty

  // "file:line:column: message (hint)", leaving out what is not known.
  std::string ToString() const;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { assert(ok()); return *std::get_if<0>(&state_); }
  T& value() & { assert(ok()); return *std::get_if<0>(&state_); }
  T&& value() && { assert(ok()); return std::move(*std::get_if<0>(&state_)); }
  const Error& error() const { assert(!ok()); return *std::get_if<1>(&state_); }

  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }

 private:
  std::variant<T, Error> state_;
};

// The outcome of an operation that returns nothing: an Error, or none.
using Status = std::optional<Error>;

}  // namespace mingzhang
