@echo off
rem What the Pulumi engine starts: the plugin, by the Node.js on the PATH. In a release archive its one file lies beside this one.
setlocal
set "main=%~dp0main.js"
if not exist "%main%" set "main=%~dp0..\dist\native\main.js"
where node >nul 2>nul
if errorlevel 1 (
  echo pulumi-vps needs Node.js 22.19 or newer, and there is no node on the PATH. Install it from https://nodejs.org, then run again. 1>&2
  exit /b 1
)
if not defined NODE_COMPILE_CACHE if defined LOCALAPPDATA set "NODE_COMPILE_CACHE=%LOCALAPPDATA%\pulumi-vps"
node "%main%" %*
