#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace samsvar::ooxml {

/// The texts of one row of cells. They stay where they are until clear(), and their memory is used again.
class RowTexts {
public:
    std::string_view keep(std::string_view text)
    {
        if (chunk_ == chunks_.size() || chunks_[chunk_].size - used_ < text.size()) next_chunk(text.size());
        char* const begin = chunks_[chunk_].bytes.get() + used_;
        if (!text.empty()) std::memcpy(begin, text.data(), text.size());
        used_ += text.size();
        bytes_ += text.size();
        return {begin, text.size()};
    }
    void clear() { chunk_ = used_ = bytes_ = 0; }
    /// Bytes of all texts kept.
    std::size_t bytes() const { return bytes_; }

private:
    struct Chunk {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };

    void next_chunk(std::size_t least)
    {
        constexpr std::size_t usual = 16 * 1024;
        if (chunk_ < chunks_.size()) ++chunk_;
        used_ = 0;
        if (chunk_ < chunks_.size() && chunks_[chunk_].size >= least) return;
        const std::size_t size = std::max(usual, least);
        Chunk fresh{std::unique_ptr<char[]>(new char[size]), size};
        if (chunk_ == chunks_.size())
            chunks_.push_back(std::move(fresh));
        else
            chunks_[chunk_] = std::move(fresh);
    }

    std::vector<Chunk> chunks_;
    std::size_t chunk_ = 0;
    std::size_t used_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace samsvar::ooxml
