; Kaitsu names itself for "kaitsu:" links at its start on Windows, for the user who runs it. Nothing of that outlives it.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\kaitsu"
  ${endIf}
!macroend
