// SHA-256 of a text, in hexadecimal.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;  // of OpenSSL

namespace mingzhang {

// Of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  void Begin();  // anew
  void Update(std::string_view bytes);
  // Of all since the beginning; Begin() is next.
  std::string Hex();

 private:
  struct FreeContext {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, FreeContext> context_;
};

std::string Sha256Hex(std::string_view bytes);

}  // namespace mingzhang
