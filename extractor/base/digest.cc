#include "extractor/base/digest.h"

#include <array>

#include <openssl/evp.h>

namespace mingzhang {
namespace {

constexpr size_t kBytes = 32;
using Bytes = std::array<unsigned char, kBytes>;

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using ContextPointer = std::unique_ptr<EVP_MD_CTX, FreeContext>;

// Looking the algorithm up by name costs more than hashing a short text: once for the program.
void Begin(EVP_MD_CTX* context) {
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

struct Sha256::Context {
  ContextPointer pointer{EVP_MD_CTX_new()};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { Begin(context_->pointer.get()); }
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::Update(std::string_view bytes) { EVP_DigestUpdate(context_->pointer.get(), bytes.data(), bytes.size()); }

std::string Sha256::Hex() { return FinishHex(context_->pointer.get()); }

std::string Sha256Hex(std::string_view bytes) {
  thread_local const ContextPointer context(EVP_MD_CTX_new());  // made once: short texts are many
  Begin(context.get());
  EVP_DigestUpdate(context.get(), bytes.data(), bytes.size());
  return FinishHex(context.get());
}

}  // namespace mingzhang
