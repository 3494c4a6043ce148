
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');
})();
