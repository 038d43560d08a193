#!/bin/sh
# Part of the image's build: puts the service together from its layers, starts it with nothing to talk to, and archives the classes
# that it loaded until its HTTP was up and Kafka and Firestore were waited for. Run in the folder that the image has it in. The file
# jvm.options tells the JVM of the archive. Without one it is empty: a JVM that is given a file that is no archive does without the
# JDK's as well.
#
# usage: archive-classes.sh SERVICE yes|no
set -eu

service=$1
archive=classes.jsa
# Those that come first: 6,500 make about 50 MB of an image, and the rest would save less than it weighs.
most=6500
port=9090

if [ "$2" != yes ]; then
  : >jvm.options
  exit
fi

# With their times: the archive is of use to the very same files alone.
cp -a /layers/*/. .

# Starts it for as long as it takes until HTTP answers, and some seconds for the clients of Kafka and Firestore.
train() {
  MANAGEMENT_SERVER_PORT=$port java -Xshare:off -XX:TieredStopAtLevel=1 -XX:DumpLoadedClassList="$1" -jar service.jar \
    --spring.kafka.bootstrap-servers=127.0.0.1:1 --logging.structured.format.console=ecs \
    --dateline.gateway.keys[0].name=none --dateline.gateway.keys[0].sha256="$(printf none | sha256sum | cut -d ' ' -f 1)" \
    --dateline."${service%-service}".store.type="$2" --dateline."${service%-service}".store.project=none \
    --dateline."${service%-service}".store.emulator=127.0.0.1:1 >/dev/null 2>&1 &
  pid=$!
  for _ in $(seq 1 "$3"); do
    sleep 1
    if bash -c "exec 3<>/dev/tcp/127.0.0.1/$port" 2>/dev/null; then break; fi
  done
  ask /actuator/health/readiness
  ask /actuator/prometheus
  sleep 2
  kill -TERM $pid 2>/dev/null || { echo "$service did not start"; exit 1; }
  # One that waits for its store does not end by itself.
  (sleep 5 && kill -KILL $pid) 2>/dev/null &
  wait $pid || true
}

ask() {
  bash -c "exec 3<>/dev/tcp/127.0.0.1/$port && printf 'GET $1 HTTP/1.0\r\n\r\n' >&3 && cat <&3" >/dev/null 2>&1 || true
}

train /tmp/started.lst none 90
# The explorer does nothing before its store answers, so that it is started twice.
case $service in saver-service | explorer-service) train /tmp/firestore.lst firestore 8 ;; esac
# The last line of one that was killed may be half a line.
for list in /tmp/*.lst; do sed '$d' "$list"; done | awk '!seen[$0]++' | head -n $most >/tmp/all
java -Xshare:dump -XX:SharedClassListFile=/tmp/all -XX:SharedArchiveFile=$archive -Xlog:cds=off -Xlog:cds+heap=off \
  -jar service.jar >/tmp/dump.log 2>&1 || { cat /tmp/dump.log; exit 1; }
echo "-XX:SharedArchiveFile=$PWD/$archive" >jvm.options
