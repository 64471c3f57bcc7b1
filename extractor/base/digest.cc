#include "extractor/base/digest.h"

#include <array>

#include <openssl/evp.h>

namespace mingzhang {
namespace {

constexpr size_t kBytes = 32;
using Bytes = std::array<unsigned char, kBytes>;

// Looking the algorithm up by name costs more than hashing a short text: once for the program.
void Start(EVP_MD_CTX* context) {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  EVP_DigestInit_ex2(context, algorithm, nullptr);
}

std::string FinishHex(EVP_MD_CTX* context) {
  static constexpr char kHex[] = "0123456789abcdef";
  Bytes digest{};
  EVP_DigestFinal_ex(context, digest.data(), nullptr);
  std::string hex(2 * kBytes, '\0');
  char* at = hex.data();
  for (const unsigned char byte : digest) {
    *at++ = kHex[byte >> 4];
    *at++ = kHex[byte & 15];
  }
  return hex;
}

}  // namespace

void Sha256::FreeContext::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) { Begin(); }

void Sha256::Begin() { Start(context_.get()); }

void Sha256::Update(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }

std::string Sha256::Hex() { return FinishHex(context_.get()); }

std::string Sha256Hex(std::string_view bytes) {
  thread_local Sha256 digest;  // made once: short texts are many
  digest.Begin();
  digest.Update(bytes);
  return digest.Hex();
}

}  // namespace mingzhang
