"""Calls a second, CPU for each, start to first answer and memory of `consilium mcp` and of a server of the Python SDK.

usage: calls.py PROGRAM (with the Python that has PyPI's mcp)
"""
import json, os, subprocess, sys, tempfile, time

FOLDER = tempfile.mkdtemp()
M={"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{},"io.modelcontextprotocol/clientInfo":{"name":"b","version":"1"}}
def req(i,method,params): return (json.dumps({"jsonrpc":"2.0","id":i,"method":method,"params":params|{"_meta":M}})+"\n").encode()
def run(name,cmd,method,params,n,env=None,window=16):
    t0=time.monotonic()
    p=subprocess.Popen(cmd,stdin=subprocess.PIPE,stdout=subprocess.PIPE,stderr=subprocess.DEVNULL,env=env,cwd=FOLDER)
    p.stdin.write(req(0,"server/discover",{})); p.stdin.flush(); p.stdout.readline(); first=time.monotonic()-t0
    p.stdin.write(req(1,method,params)); p.stdin.flush(); one=p.stdout.readline()
    def cpu():
        f=open(f"/proc/{p.pid}/stat").read().rsplit(")",1)[1].split(); return (int(f[11])+int(f[12]))/os.sysconf("SC_CLK_TCK")
    def rss(): return [int(l.split()[1]) for l in open(f"/proc/{p.pid}/status") if l.startswith("VmRSS")][0]/1024
    c0=cpu(); t=time.monotonic(); sent=2; got=0
    while got<n:
        while sent-2<n and sent-2-got<window: p.stdin.write(req(sent,method,params)); sent+=1
        p.stdin.flush(); p.stdout.readline(); got+=1
    d=time.monotonic()-t; c=cpu()-c0; r=rss()
    p.stdin.close()
    p.wait(10)
    print(f"{name:34} {n/d:9.0f} calls/s  {c/n*1e6:8.0f} us CPU/call  first answer {first*1000:6.0f} ms  RSS {r:5.0f} MiB  {len(one)} B", flush=True)
B=os.path.abspath(sys.argv[1])
env=dict(os.environ)
run("consilium tools/list",[B,"mcp"],"tools/list",{},2000,env)
run("consilium resource_schema",[B,"mcp"],"tools/call",{"name":"resource_schema","arguments":{"type":"aws_s3_bucket"}},500,env)
run("consilium price",[B,"mcp"],"tools/call",{"name":"price","arguments":{"words":["t3.micro"],"region":"us-east-1"}},200,env)
run("consilium check",[B,"mcp"],"tools/call",{"name":"check","arguments":{"files":[{"path":"main.tf","content":"resource \"aws_s3_bucket\" \"a\" {\n bucket = \"x\"\n}\n"}]}},200,env)
open(f"{FOLDER}/server.py", "w").write('''
from mcp.server.mcpserver import MCPServer
from pydantic import BaseModel
class S(BaseModel):
    type: str
    schema_text: str
s=MCPServer("py")
TEXT="x"*1200
@s.tool()
def resource_schema(type: str) -> S: return S(type=type, schema_text=TEXT)
s.run()
''')
run("python sdk tools/list",[sys.executable, f"{FOLDER}/server.py"],"tools/list",{},1000)
run("python sdk resource_schema",[sys.executable, f"{FOLDER}/server.py"],"tools/call",{"name":"resource_schema","arguments":{"type":"aws_s3_bucket"}},500)
