#include "extractor/base/digest.h"

#include <array>
#include <memory>

#include <openssl/evp.h>

namespace mingzhang {
namespace {

constexpr size_t kBytes = 32;

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// Looking the algorithm up by name costs more than hashing a short text: once for the program, and one
// context for each thread.
std::array<unsigned char, kBytes> Sha256(std::string_view bytes) {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  std::array<unsigned char, kBytes> digest{};
  EVP_DigestInit_ex2(context.get(), algorithm, nullptr);
  EVP_DigestUpdate(context.get(), bytes.data(), bytes.size());
  EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
  return digest;
}

}  // namespace

std::string Sha256Hex(std::string_view bytes) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex(2 * kBytes, '\0');
  char* at = hex.data();
  for (const unsigned char byte : Sha256(bytes)) {
    *at++ = kHex[byte >> 4];
    *at++ = kHex[byte & 15];
  }
  return hex;
}

}  // namespace mingzhang
