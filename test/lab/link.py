#!/usr/bin/python3
"""link.py NEAR FAR PID CONTROL: a link between this network namespace and the one of PID.

Two TUN devices and this program between them, for kernels without netem. CONTROL is JSON, read
again whenever it changes: delayMs, loss (0 to 1), mtu, resetOn, silenceOn (texts in a payload), forgetAfterMs
(a connection that rested so long is silent from then on).
IPv4 only; ends by itself after ten minutes.
"""
import fcntl
import heapq
import json
import os
import random
import select
import struct
import subprocess
import sys
import time

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
NEAR, FAR, PID, CONTROL = sys.argv[1:5]
RST_ACK, TCP = 0x14, 6


def tun(name):
    device = os.open('/dev/net/tun', os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack('16sH22x', name.encode(), IFF_TUN | IFF_NO_PI))
    return device


def checksum(data):
    data += b'\0' * (len(data) % 2)
    total = sum(struct.unpack('!%dH' % (len(data) // 2), data))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF


def reset(source, target, source_port, target_port, sequence, acknowledged):
    """A packet that ends the connection, as a middlebox forges it."""
    tcp = struct.pack('!HHIIBBHHH', source_port, target_port, sequence & 0xFFFFFFFF,
                      acknowledged & 0xFFFFFFFF, 5 << 4, RST_ACK, 0, 0, 0)
    pseudo = source + target + struct.pack('!BBH', 0, TCP, len(tcp))
    tcp = tcp[:16] + struct.pack('!H', checksum(pseudo + tcp)) + tcp[18:]
    ip = struct.pack('!BBHHHBBH4s4s', 0x45, 0, 40, 0, 0x4000, 64, TCP, 0, source, target)
    return ip[:10] + struct.pack('!H', checksum(ip)) + ip[12:] + tcp


devices = [tun(NEAR), tun(FAR)]
subprocess.run(['ip', 'link', 'set', FAR, 'netns', PID], check=True)
print('ready', flush=True)

control, read_at, ended, seen, waiting, order = {}, None, set(), {}, [], 0
last = time.monotonic() + 600
while time.monotonic() < last:
    changed = os.stat(CONTROL).st_mtime_ns
    if changed != read_at:
        try:
            control, read_at = json.load(open(CONTROL)), changed
            ended.clear()
        except ValueError:
            pass  # Half written: read again in the next round.
    now = time.monotonic()
    pause = min(0.02, max(0.0, waiting[0][0] - now)) if waiting else 0.02
    for device in select.select(devices, [], [], pause)[0]:
        side = devices.index(device)
        packet = os.read(device, 65535)
        if packet[0] >> 4 != 4:
            continue
        if control.get('mtu') and len(packet) > control['mtu']:
            continue
        if control.get('loss') and random.random() < control['loss']:
            continue
        start = (packet[0] & 15) * 4
        if packet[9] == TCP and len(packet) >= start + 20:
            ports = struct.unpack('!HHIIB', packet[start:start + 13])
            source_port, target_port, sequence, acknowledged, offset = ports
            payload = packet[start + (offset >> 4) * 4:]
            source, target = packet[12:16], packet[16:20]
            connection = tuple(sorted([(source, source_port), (target, target_port)]))
            forget = control.get('forgetAfterMs')
            if forget and (now - seen.get(connection, now)) * 1000 > forget:
                ended.add(connection)
            seen[connection] = now
            if connection in ended:
                continue
            if control.get('silenceOn') and control['silenceOn'].encode() in payload:
                ended.add(connection)
                continue
            if control.get('resetOn') and control['resetOn'].encode() in payload:
                ended.add(connection)
                os.write(device, reset(target, source, target_port, source_port, acknowledged,
                                       sequence + len(payload)))
                os.write(devices[1 - side], reset(source, target, source_port, target_port,
                                                  sequence, acknowledged))
                continue
        order += 1
        heapq.heappush(waiting, (now + control.get('delayMs', 0) / 1000, order, 1 - side, packet))
    while waiting and waiting[0][0] <= time.monotonic():
        _, _, side, packet = heapq.heappop(waiting)
        try:
            os.write(devices[side], packet)
        except OSError:
            pass  # The other end is down.
