#!/bin/sh
# A PostgreSQL server of the tests' own, in one folder, reached through a socket in it and by nobody over the network.
#   sh tests/store/postgresql.sh start FOLDER    makes it and starts it; the address is
#                                                postgresql://postgres@/samsvar?host=FOLDER
#   sh tests/store/postgresql.sh kill FOLDER     kill -9 for all of the server at once, as a power cut would
#   sh tests/store/postgresql.sh again FOLDER    starts it again after kill
#   sh tests/store/postgresql.sh stop FOLDER     stops it and removes the folder
# PostgreSQL does not run as root; then the user postgres of the Debian package is taken.
set -u

action=${1:-}
folder=${2:-}
case $folder in
/*) ;;
*) echo "postgresql.sh: name a folder with its whole path" >&2; exit 2 ;;
esac

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$programs" ] || { echo "postgresql.sh: PostgreSQL is not installed" >&2; exit 2; }

# As whoever the server belongs to; in a folder that user can be in.
as_server()
{
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        (cd / && "$@")
    fi
}
start()
{
    as_server "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 start >/dev/null 2>&1 ||
        { tail -n 20 "$folder/log" >&2; exit 1; }
}
stop()
{
    [ -e "$folder/data/postmaster.pid" ] && as_server "$programs/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1
    [ -e "$folder/data/PG_VERSION" ] && rm -rf "$folder"
    return 0
}

case $action in
start)
    stop
    mkdir -m 700 "$folder" || exit 1
    [ "$(id -u)" -ne 0 ] || chown postgres "$folder" || exit 1
    as_server "$programs/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$folder/initdb.log" 2>&1 ||
        { tail -n 20 "$folder/initdb.log" >&2; exit 1; }
    as_server sh -c "cat >>'$folder/data/postgresql.conf'" <<END
listen_addresses = ''
unix_socket_directories = '$folder'
shared_buffers = 64MB
log_min_messages = fatal
recovery_init_sync_method = syncfs
END
    start
    as_server "$programs/createdb" -h "$folder" -U postgres samsvar || exit 1
    ;;
kill)
    # The first process starts no others when it is gone; those that are there find out by themselves.
    first=$(head -n 1 "$folder/data/postmaster.pid") || exit 1
    children=$(cat "/proc/$first/task/$first/children")
    kill -9 "$first" $children 2>/dev/null
    # The next start must not find shared memory in use.
    for process in $first $children; do
        while kill -0 "$process" 2>/dev/null; do sleep 0.02; done
    done
    ;;
again) start ;;
stop) stop ;;
*) echo "postgresql.sh: start, kill, again or stop, not \"$action\"" >&2; exit 2 ;;
esac
