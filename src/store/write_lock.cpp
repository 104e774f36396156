#include "store/write_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "base/error.h"

namespace samsvar::store {

WriteLock::WriteLock(const std::filesystem::path& register_file) : register_file_(register_file)
{
    const std::string name = register_file.string() + "-lock";
    file_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file_ < 0)
        throw Error(errno == ENOENT ? ErrorCode::not_found : ErrorCode::io, {register_file.string(), {}, 0, 0},
                    std::string("the register cannot be opened here: ") + std::strerror(errno) +
                        "; name a file in a folder that exists and can be written to");
}

WriteLock::~WriteLock()
{
    if (file_ >= 0) ::close(file_);
}

void WriteLock::take()
{
    using namespace std::chrono;
    const auto until = steady_clock::now() + seconds(30);
    for (auto pause = milliseconds(1);; pause = std::min(pause * 2, milliseconds(8))) {
        if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
        if (errno != EWOULDBLOCK && errno != EINTR)
            throw Error(ErrorCode::io, {register_file_.string(), {}, 0, 0},
                        std::string("the register cannot be locked: ") + std::strerror(errno));
        if (steady_clock::now() > until)
            throw Error(
                ErrorCode::io, {register_file_.string(), {}, 0, 0},
                "another program has been writing to the register for half a minute; try again when it is done");
        std::this_thread::sleep_for(pause);
    }
}

void WriteLock::give_back() noexcept
{
    ::flock(file_, LOCK_UN);
}

}  // namespace samsvar::store
