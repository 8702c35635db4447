@echo off
rem Starts Alchemi on Windows. For all other systems, use the file "alchemi".
setlocal DisableDelayedExpansion
rem Images of PyTorch set it, and the tensor engine would look for that version.
set "PYTORCH_VERSION="
rem The dot keeps the backslash at the end of the folder from escaping the quote.
for %%i in ("%~dp0.") do set "home=%%~fi"

rem Finds java: that of JAVA_HOME, which may have quotes, else the first on the PATH.
set "java="
if not defined JAVA_HOME goto path
set "java=%JAVA_HOME:"=%\bin\java.exe"
if exist "%java%" goto start
>&2 echo alchemi: JAVA_HOME is "%JAVA_HOME:"=%", but there is no bin\java.exe in it; name a JDK, version 17 or newer
exit /b 70
:path
for %%i in (java.exe) do set "java=%%~$PATH:i"
if defined java goto start
>&2 echo alchemi: no java found; install a JDK, version 17 or newer, or set JAVA_HOME
exit /b 70

rem The last command, so that its exit code is that of this file, also for && and ||.
:start
"%java%" -Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED -Dalchemi.home="%home%" -cp "%home%\jars\alchemi.jar;%home%\jars\lib\*" io.alchemi.command.Alchemi %*
