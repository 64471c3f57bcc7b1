// SHA-256 of a text, in hexadecimal.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace mingzhang {

// Of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  void Update(std::string_view bytes);
  // Of all there was; nothing may follow.
  std::string Hex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

std::string Sha256Hex(std::string_view bytes);

}  // namespace mingzhang
